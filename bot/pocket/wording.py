"""Hand-picked words for reading prompts: colours, scenes, and the small words that name no thing."""

COLOUR_WORDS = {
    "crimson": "red", "scarlet": "red", "ruby": "red", "golden": "yellow", "gold": "yellow", "blonde": "yellow",
    "lime": "green", "emerald": "green", "turquoise": "teal", "cyan": "teal", "aqua": "teal", "navy": "blue",
    "azure": "blue", "violet": "purple", "lilac": "purple", "lavender": "purple", "magenta": "pink", "gray": "grey",
    "silver": "grey",
}  # fmt: skip
SCENE_WORDS = {
    "sea": "sea", "ocean": "sea", "water": "sea", "lake": "sea", "river": "sea", "waves": "sea", "underwater": "sea",
    "grass": "grass", "meadow": "grass", "field": "grass", "garden": "grass", "park": "grass", "forest": "grass",
    "lawn": "grass", "woods": "grass", "jungle": "grass", "night": "night", "midnight": "night", "moonlight": "night",
    "stars": "night", "dark": "night", "darkness": "night", "sunset": "sunset", "sunrise": "sunset", "dusk": "sunset",
    "dawn": "sunset", "evening": "sunset", "snow": "snow", "winter": "snow", "ice": "snow", "arctic": "snow",
    "snowy": "snow", "desert": "desert", "sand": "desert", "dunes": "desert", "beach": "desert", "space": "space",
    "galaxy": "space", "cosmos": "space", "universe": "space", "orbit": "space", "sky": "sky", "clouds": "sky",
    "air": "sky",
}  # fmt: skip
SCENES_BY_THEMSELVES = {"underwater": "sea", "snowy": "snow"}
SCENE_ADJECTIVES = frozenset({
    "the", "a", "an", "deep", "outer", "blue", "green", "dark", "starry", "night", "clear", "bright", "open",
    "white", "sandy", "wide",
})  # fmt: skip
PREPOSITIONS = frozenset({
    "in", "on", "at", "under", "over", "across", "by", "near", "through", "into", "inside", "above", "below",
    "beneath", "against",
})  # fmt: skip
CONNECTORS = frozenset({
    "and", "with", "wearing", "next", "to", "beside", "behind", "holding", "plus", "or", "&", ",", ".", ";",
    ":", "riding", "eating", "on", "in", "at",
})  # fmt: skip
FILLERS = frozenset({
    "a", "an", "the", "of", "some", "this", "that", "is", "are", "my", "your", "its", "his", "her", "their",
    "very", "really", "please", "draw", "show", "make", "me", "picture", "photo", "image", "drawing", "emoji",
    "render", "3d", "cute", "art", "illustration", "one", "it", "there", "from", "for", "by", "as",
})  # fmt: skip
COUNTS = frozenset({
    "two", "three", "four", "five", "six", "seven", "several", "many", "few", "couple", "2", "3", "4", "5", "6",
    "7",
})  # fmt: skip
NEVER_THINGS = frozenset({
    "not", "no", "without", "when", "upon", "back", "best", "see", "hit", "old", "new", "big", "small", "tiny",
    "huge", "large", "little", "young", "happy", "sad", "good", "bad", "beautiful", "detailed", "running",
    "sitting", "standing", "walking", "flying", "sleeping", "dancing", "playing", "jumping", "quality",
    "masterpiece", "realistic", "style", "high", "low", "very", "highly", "ultra",
})  # fmt: skip
