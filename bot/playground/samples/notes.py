"""A notebook of twelve notes from the last two months. Pure, but for one drawn receipt."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont


@dataclass(frozen=True, slots=True)
class Sample:
    """``days_ago`` is when it was written, in days before now."""

    days_ago: float
    text: str
    notebook: str = ""
    mood: str = ""
    picture: bool = False


SAMPLES = (
    Sample(
        58.2,
        "Colours of the harbour\n\nAt dusk the water is not blue: slate, a little ochre where the lamps begin, and one "
        "line of pink that is gone in four minutes. Bring the small box. #ideas #painting",
        "Sketchbook",
        "quiet",
    ),
    Sample(
        51.4,
        "Ink that Grandmother made\n\nOak galls, iron vinegar, gum arabic. It goes on pale and turns black overnight. "
        "She kept the jar behind the flour. #family #ink",
        "Family",
        "warm",
    ),
    Sample(44.9, "For the essay: https://en.wikipedia.org/wiki/Iron_gall_ink — why letters eat their own paper. #ink"),
    Sample(
        37.3,
        "Exhibition, first list\n\n- [x] measure the long wall\n- [x] ask Mia about the lights\n- [ ] frames: six"
        "\n- [ ] write the cards\n- [ ] invite the neighbours #exhibition",
        "Exhibition",
    ),
    Sample(
        30.6,
        "Talk with Sam about the poster. He would leave the middle empty and let the title sit at the very edge. "
        "“People read what they have to look for.” #exhibition",
        "Exhibition",
    ),
    Sample(
        24.1,
        "Soup for eight: 1 kg pumpkin, 2 onions, a thumb of ginger, coconut milk, lime. Roast the pumpkin first. "
        "#recipes",
        "Kitchen",
    ),
    Sample(
        19.5,
        "Slept badly, walked early. The fog took the far shore away and everything near looked drawn with a wet brush. "
        "Worth getting up for. #diary",
        "Diary",
        "tired but glad",
    ),
    Sample(15.2, "Receipt for the taxes #taxes", "Papers", picture=True),
    Sample(
        11.0,
        "A picture should not explain itself. If the title is needed, it is a bad title or a bad picture. "
        "Ask again in a year. #painting #ideas",
        "Sketchbook",
    ),
    Sample(
        7.7,
        "Library: bring back the Le Guin, ask for the atlas of lighthouses. Open until seven on Thursdays. #books",
    ),
    Sample(
        3.3,
        "What I learnt from a year of sketching: a page a day is not about pages. The days without one are the ones I "
        "remember least. #habits #diary",
        "Diary",
        "thoughtful",
    ),
    Sample(
        0.6,
        "Next picture: the harbour again, lamps already on, seen from the ferry. Wide, 3:2, hardly any blue. #ideas",
        "Sketchbook",
        "eager",
    ),
)

RECEIPT = (
    "BRUSH & PAPER",
    "Harbour Street 12",
    "",
    "Cadmium red 40 ml     12.40",
    "Sable brush no. 6     18.90",
    "Cotton paper, 10       9.50",
    "",
    "Total                 40.80",
)


def receipt() -> bytes:
    """A PNG with words in it, as a photographed receipt has."""
    picture = Image.new("RGB", (620, 460), "#fbfaf5")
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(30)
    for number, line in enumerate(RECEIPT):
        words, _, price = line.rpartition("  ") if "  " in line else (line, "", "")
        draw.text((40, 36 + number * 48), words.strip(), fill="#1d1d22", font=font)
        draw.text((580, 36 + number * 48), price.strip(), fill="#1d1d22", font=font, anchor="ra")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
