"""Discord's own OpenAPI description as a judge of requests and answers.

The file is Discord's (MIT), published at https://github.com/discord/discord-api-spec. It is looked for where the
environment variable ``DISCORD_OPENAPI`` points, then beside the repository.
"""

from __future__ import annotations

import functools
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "discord-openapi" / "openapi.json"
# Discord reads numbers and strings of digits alike; discord.py sends both.
SNOWFLAKE = {"anyOf": [{"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}, {"type": "integer", "minimum": 0}]}
# Sent by discord.py 2.7.1 and read or ignored by Discord, but not in its description.
UNDESCRIBED = re.compile(
    r"(/\d+)?/nsfw|(/\d+)?/dm_permission"  # of commands: documented elsewhere
    r"|(/data)?/tts"  # sent with every edit
    r"|.*/embeds/\d+/(flags|type)"
    r"|.*/attachments/\d+/(size|url|proxy_url|width|height|content_type|ephemeral|spoiler|flags)"  # kept ones, in full
    r"|.*/message_reference/fail_if_not_exists"
)


def spec_path() -> Path | None:
    named = os.environ.get("DISCORD_OPENAPI")
    path = Path(named) if named else BESIDE
    return path if path.is_file() else None


class OpenApi:
    def __init__(self, path: Path) -> None:
        spec = json.loads(path.read_text(encoding="utf-8"))
        self._schemas: dict[str, Any] = spec["components"]["schemas"]
        self._schemas["SnowflakeType"] = SNOWFLAKE
        self._root = {"$schema": "https://json-schema.org/draft/2020-12/schema", "components": spec["components"]}
        routes = ((template.count("{"), self._pattern(template), template) for template in spec["paths"])
        self._routes = sorted(routes, key=lambda route: route[0])
        self._paths = spec["paths"]
        self._validators: dict[tuple[str, ...], Any] = {}

    @staticmethod
    def _pattern(template: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\\{[^}]+\\}", r"[^/]+", re.escape(template)))

    def operation(self, method: str, path: str) -> tuple[str, dict[str, Any]] | None:
        """The path template and operation for a request; the most literal template wins."""
        for _, pattern, template in self._routes:
            if pattern.fullmatch(path) and method.lower() in self._paths[template]:
                return template, self._paths[template][method.lower()]
        return None

    def check_request(self, method: str, path: str, body: Any) -> Iterator[str]:
        found = self.operation(method, path)
        if found is None:
            yield "Discord has no such route"
            return
        template, operation = found
        described = operation.get("requestBody")
        if described is None:
            if body not in (None, {}):
                yield "Discord expects no body here"
            return
        if body is None:
            if described.get("required"):
                yield "the body is missing"
            return
        schema = described["content"]["application/json"]["schema"]
        validator = self._validator(("request", method, template), schema)
        problems = [_words(error) for error in validator.iter_errors(body)]
        yield from problems[:3]
        if not problems:
            yield from self.unknown_keys(schema, body)

    def check_response(self, method: str, path: str, status: int, body: Any) -> list[str]:
        found = self.operation(method, path)
        if found is None:
            return ["Discord has no such route"]
        template, operation = found
        answers = operation["responses"]
        described = answers.get(str(status)) or answers.get(f"{status // 100}XX")
        if described is None:
            return [f"Discord does not answer {status} here"]
        content = described.get("content")
        if content is None:
            return [] if body is None else ["Discord answers without a body here"]
        validator = self._validator(("response", method, template, str(status)), content["application/json"]["schema"])
        return [_words(error) for error in validator.iter_errors(body)]

    def unknown_keys(self, schema: Any, value: Any, where: str = "") -> Iterator[str]:
        """Keys that no variant of the schema names: Discord drops them silently, so they are mistakes."""
        variants = list(self._variants(schema))
        if isinstance(value, list):
            inner = {"anyOf": [variant["items"] for variant in variants if "items" in variant]}
            for index, item in enumerate(value):
                yield from self.unknown_keys(inner, item, f"{where}/{index}")
        if not isinstance(value, dict):
            return
        fitting = [item for item in variants if "properties" in item and self._could_be(item, value)]
        if not fitting or any(variant.get("additionalProperties") for variant in variants):
            return
        for key, item in value.items():
            described = [variant["properties"][key] for variant in fitting if key in variant["properties"]]
            if described:
                yield from self.unknown_keys({"anyOf": described}, item, f"{where}/{key}")
            elif not UNDESCRIBED.fullmatch(f"{where}/{key}"):
                yield f"{where}/{key} is unknown to Discord"

    def _variants(self, schema: Any) -> Iterator[dict[str, Any]]:
        """The schema with its references followed and its alternatives laid out flat."""
        if "$ref" in schema:
            yield from self._variants(self._schemas[schema["$ref"].rpartition("/")[2]])
            return
        yield schema
        for key in ("anyOf", "oneOf", "allOf"):
            for part in schema.get(key, ()):
                yield from self._variants(part)

    @staticmethod
    def _could_be(variant: dict[str, Any], value: dict[str, Any]) -> bool:
        allowed = variant["properties"].get("type", {}).get("enum")
        return allowed is None or "type" not in value or value["type"] in allowed

    def _validator(self, key: tuple[str, ...], schema: Any) -> Any:
        if key not in self._validators:
            self._validators[key] = jsonschema_rs.Draft202012Validator({**self._root, **schema})
        return self._validators[key]


def _words(error: Any) -> str:
    return f"at {'/'.join(map(str, error.instance_path)) or 'the top'}: {error.message[-160:]}"


@functools.cache
def load(path: Path) -> OpenApi:
    return OpenApi(path)
