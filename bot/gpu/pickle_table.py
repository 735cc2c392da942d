"""The weights that a pickle names, found without unpickling it.

The pickle is only parsed: each opcode moves plain values on a stack of ours; nothing is imported and nothing called.
"""

from __future__ import annotations

import pickletools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.errors import ModelUnusable

ITEM_BYTES: Mapping[str, int] = {
    "DoubleStorage": 8,
    "FloatStorage": 4,
    "HalfStorage": 2,
    "BFloat16Storage": 2,
    "LongStorage": 8,
    "IntStorage": 4,
    "ShortStorage": 2,
    "CharStorage": 1,
    "ByteStorage": 1,
    "BoolStorage": 1,
}
MAX_OPCODES = 4_000_000
MAX_NESTED = 8
MAX_NUMBER = 1 << 40
_HARMLESS = frozenset(
    {
        "collections.OrderedDict",
        "torch._utils._rebuild_tensor",
        "torch._utils._rebuild_tensor_v2",
        "torch._utils._rebuild_parameter",
        "torch.nn.parameter.Parameter",
        "torch.Size",
        "torch.device",
        *(f"torch.{kind}" for kind in ITEM_BYTES),
    }
)
"""What weights-only unpickling lets through, as far as weights need it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A tensor of the file: ``storage`` names its entry, ``elements`` counts the values there, of the type ``kind``.
    ``offset`` and ``stride`` count values."""

    storage: str
    kind: str
    elements: int
    offset: int
    shape: tuple[int, ...]
    stride: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    module: str
    name: str

    def __str__(self) -> str:
        return f"{self.module}.{self.name}"


class _Opaque:
    """Something that only running the pickle could make."""


def named_weights(pickle: bytes) -> tuple[dict[str, Stored], tuple[str, ...]]:
    """Name -> tensor, of the table or the one that it holds as ``state_dict``; and the classes and functions besides
    tensors that unpickling would look up. Raises ModelUnusable, and whatever a malformed pickle leads to."""
    machine = _Machine()
    found = machine.run(pickle)
    for _ in range(MAX_NESTED):
        if not isinstance(found, dict) or not isinstance(found.get("state_dict"), dict):
            break
        found = found["state_dict"]
    if not isinstance(found, dict):
        raise ModelUnusable("It holds no table of weights.")
    tensors = {name: value for name, value in found.items() if isinstance(value, Stored)}
    return tensors, tuple(dict.fromkeys(machine.foreign))


class _Machine:
    """Follows a pickle's opcodes with plain values. Raises whatever a malformed one leads to."""

    def __init__(self) -> None:
        self.foreign: list[str] = []
        self._stack: list[Any] = []
        self._marks: list[int] = []
        self._memo: dict[int, Any] = {}

    def run(self, pickle: bytes) -> Any:
        for count, (opcode, argument, _) in enumerate(pickletools.genops(pickle)):
            if count > MAX_OPCODES:
                raise ModelUnusable("Its table of contents is far too long for a model.")
            name = opcode.name
            if name == "STOP":
                return self._stack.pop()
            if name in _PLAIN:
                self._stack.append(argument)
            elif name in _CONSTANTS:
                self._stack.append(_CONSTANTS[name]())
            elif name in ("BINPUT", "LONG_BINPUT", "PUT"):
                self._memo[argument or 0] = self._stack[-1]
            elif name in ("BINGET", "LONG_BINGET", "GET"):
                self._stack.append(self._memo[argument or 0])
            elif name == "GLOBAL":
                module, _, attribute = str(argument).partition(" ")
                self._look_up(module, attribute)
            elif name not in ("PROTO", "FRAME"):
                _ACTS[name](self)
        raise ValueError("no end")

    def _look_up(self, module: str, attribute: str) -> None:
        found = _Name(module, attribute)
        if str(found) not in _HARMLESS:
            self.foreign.append(str(found)[:120])
        self._stack.append(found)

    def mark(self) -> None:
        self._marks.append(len(self._stack))

    def stack_global(self) -> None:
        attribute, module = self._stack.pop(), self._stack.pop()
        if not isinstance(module, str) or not isinstance(attribute, str):
            raise ValueError("no name")  # spelling out a nest of tuples could take for ever
        self._look_up(module, attribute)

    def memoize(self) -> None:
        self._memo[len(self._memo)] = self._stack[-1]

    def make_tuple(self) -> None:
        self._stack.append(tuple(self._since_mark()))

    def tuple_of(self, count: int) -> None:
        taken = tuple(self._stack[-count:])
        del self._stack[-count:]
        self._stack.append(taken)

    def append(self) -> None:
        self._into(self._stack[-2], [self._stack.pop()])

    def appends(self) -> None:
        items = self._since_mark()
        self._into(self._stack[-1], items)

    def make_list(self) -> None:
        self._stack.append(self._since_mark())

    def set_item(self) -> None:
        value, key = self._stack.pop(), self._stack.pop()
        self._put(self._stack[-1], [key, value])

    def set_items(self) -> None:
        items = self._since_mark()
        self._put(self._stack[-1], items)

    def make_dict(self) -> None:
        items = self._since_mark()
        self._stack.append({})
        self._put(self._stack[-1], items)

    def drop(self) -> None:
        self._stack.pop()

    def drop_mark(self) -> None:
        self._since_mark()

    def repeat(self) -> None:
        self._stack.append(self._stack[-1])

    def persistent(self) -> None:
        """A storage: ("storage", its class, its key, the device, how many values)."""
        self._stack.append(tuple(self._stack.pop()))

    def reduce(self) -> None:
        arguments, called = self._stack.pop(), self._stack.pop()
        function = str(called) if isinstance(called, _Name) else ""
        made: Any = _Opaque()
        if function == "collections.OrderedDict":
            made = {}
        elif function.startswith("torch._utils._rebuild_tensor"):
            made = _tensor(arguments)
        elif function == "torch._utils._rebuild_parameter":
            made = arguments[0]
        self._stack.append(made)

    def new_object(self) -> None:
        """An object of a class; its arguments lie above it."""
        self._stack[-2:] = [_Opaque()]

    def new_object_named(self) -> None:
        self._stack[-3:] = [_Opaque()]

    def old_object(self) -> None:
        self._since_mark()
        self._stack.append(_Opaque())

    def instance(self) -> None:
        self.foreign.append("an old-style class")
        self.old_object()

    def registered(self) -> None:
        self.foreign.append("a registered extension")
        self._stack.append(_Opaque())

    def _since_mark(self) -> list[Any]:
        at = self._marks.pop()
        items = self._stack[at:]
        del self._stack[at:]
        return items

    @staticmethod
    def _into(target: Any, items: list[Any]) -> None:
        if isinstance(target, list):
            target.extend(items)

    @staticmethod
    def _put(target: Any, items: list[Any]) -> None:
        """Only names count; hashing anything else of a stranger's could take for ever."""
        if isinstance(target, dict):
            target.update((k, v) for k, v in zip(items[::2], items[1::2], strict=True) if isinstance(k, str))


def _tensor(arguments: Any) -> Stored | _Opaque:
    mark, kind, key, _, elements = arguments[0]
    offset, shape, stride = arguments[1:4]
    numbers = (elements, offset, *shape, *stride)
    if mark != "storage" or not isinstance(kind, _Name) or kind.name not in ITEM_BYTES or not isinstance(key, str):
        return _Opaque()
    if any(type(number) is not int or not 0 <= number < MAX_NUMBER for number in numbers):
        raise ValueError("no sizes")
    return Stored(key, kind.name, elements, offset, tuple(shape), tuple(stride))


_PLAIN = frozenset(
    {"INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4", "FLOAT", "BINFLOAT"}
    | {"STRING", "BINSTRING", "SHORT_BINSTRING", "UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"}
    | {"BINBYTES", "SHORT_BINBYTES", "BINBYTES8", "BYTEARRAY8"}
)
"""Opcodes that carry their value."""
_CONSTANTS: Mapping[str, Callable[[], Any]] = {
    "NONE": lambda: None,
    "NEWTRUE": lambda: True,
    "NEWFALSE": lambda: False,
    "EMPTY_LIST": list,
    "EMPTY_DICT": dict,
    "EMPTY_TUPLE": tuple,
    "EMPTY_SET": _Opaque,
}
_ACTS: Mapping[str, Callable[[_Machine], None]] = {
    "MARK": _Machine.mark,
    "STACK_GLOBAL": _Machine.stack_global,
    "MEMOIZE": _Machine.memoize,
    "TUPLE": _Machine.make_tuple,
    "TUPLE1": lambda machine: machine.tuple_of(1),
    "TUPLE2": lambda machine: machine.tuple_of(2),
    "TUPLE3": lambda machine: machine.tuple_of(3),
    "APPEND": _Machine.append,
    "APPENDS": _Machine.appends,
    "LIST": _Machine.make_list,
    "SETITEM": _Machine.set_item,
    "SETITEMS": _Machine.set_items,
    "DICT": _Machine.make_dict,
    "ADDITEMS": _Machine.drop_mark,
    "FROZENSET": _Machine.old_object,
    "POP": _Machine.drop,
    "POP_MARK": _Machine.drop_mark,
    "DUP": _Machine.repeat,
    "BINPERSID": _Machine.persistent,
    "REDUCE": _Machine.reduce,
    "BUILD": _Machine.drop,
    "NEWOBJ": _Machine.new_object,
    "NEWOBJ_EX": _Machine.new_object_named,
    "OBJ": _Machine.old_object,
    "INST": _Machine.instance,
    "EXT1": _Machine.registered,
    "EXT2": _Machine.registered,
    "EXT4": _Machine.registered,
}
