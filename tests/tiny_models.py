"""Tiny models of the true architecture with random weights: seconds to make, milliseconds a step.

The tokenizer is a character-level CLIP tokenizer, so any prompt works and a long one is cut.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch

TOKENS = 24
NATIVE = 32


def unet(seed: int = 0, cross: int = 32, channels: int = 4, **options: Any) -> Any:
    from diffusers import UNet2DConditionModel

    torch.manual_seed(seed)
    return UNet2DConditionModel(
        sample_size=NATIVE // 2,
        in_channels=channels,
        layers_per_block=1,
        block_out_channels=(16, 32),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=cross,
        attention_head_dim=4,
        norm_num_groups=8,
        **{"out_channels": 4, **options},
    ).eval()


def vae(seed: int = 1) -> Any:
    from diffusers import AutoencoderKL

    torch.manual_seed(seed)
    return AutoencoderKL(
        in_channels=3,
        out_channels=3,
        latent_channels=4,
        block_out_channels=(8, 16),
        down_block_types=("DownEncoderBlock2D", "DownEncoderBlock2D"),
        up_block_types=("UpDecoderBlock2D", "UpDecoderBlock2D"),
        norm_num_groups=4,
        sample_size=NATIVE,
    ).eval()


def text_encoder(width: int = 32, vocabulary: int = 512, seed: int = 2) -> Any:
    from transformers import CLIPTextConfig, CLIPTextModel

    torch.manual_seed(seed)
    config = CLIPTextConfig(
        vocab_size=vocabulary,
        hidden_size=width,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        max_position_embeddings=TOKENS,
        projection_dim=width,
        bos_token_id=vocabulary - 2,
        eos_token_id=vocabulary - 1,
        pad_token_id=vocabulary - 1,
    )
    return CLIPTextModel(config).eval()


def tokenizer() -> Any:
    """Byte-level CLIP tokenizer without merges: every byte is a token, alone or at the end of a word."""
    from transformers import CLIPTokenizer

    letters = [*range(33, 127), *range(161, 173), *range(174, 256)]
    marks = [chr(code) for code in letters] + [chr(256 + n) for n in range(256 - len(letters))]
    words = [*marks, *(mark + "</w>" for mark in marks)][:510]
    vocabulary = {word: index for index, word in enumerate(words)}
    vocabulary |= {"<|startoftext|>": len(words), "<|endoftext|>": len(words) + 1}
    return CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=TOKENS)


def stable_diffusion(seed: int = 0) -> Any:
    """A StableDiffusionPipeline: 4 latent channels, a VAE that halves, epsilon prediction, SD 1's noise schedule."""
    from diffusers import DDIMScheduler, StableDiffusionPipeline

    pipeline = StableDiffusionPipeline(
        vae=vae(),
        text_encoder=text_encoder(),
        tokenizer=tokenizer(),
        unet=unet(seed),
        scheduler=DDIMScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            steps_offset=1,
            clip_sample=False,
            set_alpha_to_one=False,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def save(folder: Path, seed: int = 0) -> Path:
    """The same as a diffusers folder with safetensors."""
    stable_diffusion(seed).save_pretrained(folder, safe_serialization=True)
    return folder


def save_captioner(folder: Path, seed: int = 3) -> Path:
    """BLIP, which puts pictures into words: here into the words of a shuffled sentence."""
    from transformers import BertTokenizer, BlipConfig, BlipForConditionalGeneration, BlipImageProcessorPil

    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "[DEC]"]
    words += ["a", "red", "green", "small", "round", "apple", "leaf", "on", "table"]
    sizes = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2}
    marks = {"bos_token_id": 5, "eos_token_id": 3, "sep_token_id": 3, "pad_token_id": 0}
    text = {**sizes, **marks, "vocab_size": len(words), "encoder_hidden_size": 16, "max_position_embeddings": 64}
    torch.manual_seed(seed)
    model = BlipForConditionalGeneration(
        BlipConfig(text_config=text, vision_config={**sizes, "image_size": 32, "patch_size": 8}, projection_dim=16)
    ).eval()
    for parameter in model.parameters():  # as drawn for training every word would be as likely
        torch.nn.init.normal_(parameter, std=0.4)
    model.save_pretrained(folder, safe_serialization=True)
    BertTokenizer(vocab={word: number for number, word in enumerate(words)}).save_pretrained(folder)
    BlipImageProcessorPil(size={"height": 32, "width": 32}).save_pretrained(folder)
    return folder


def safety_checker(threshold: float, seed: int = 4) -> Any:
    """A safety checker that flags what is nearer to one of its random concepts than ``threshold`` (a cosine): all
    pictures from -1.1 down, none from 1.1 up."""
    from diffusers.pipelines.stable_diffusion.safety_checker import StableDiffusionSafetyChecker
    from transformers import CLIPConfig

    torch.manual_seed(seed)
    small = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    vision = {**small, "image_size": 32, "patch_size": 8}
    checker = StableDiffusionSafetyChecker(CLIPConfig(vision_config=vision, text_config=small, projection_dim=16))
    checker.concept_embeds.data = torch.randn(17, 16)
    checker.special_care_embeds.data = torch.randn(3, 16)
    checker.concept_embeds_weights.data.fill_(threshold)
    checker.special_care_embeds_weights.data.fill_(1.1)
    return checker.eval()


def feature_extractor() -> Any:
    """What prepares pictures for that checker."""
    from transformers import CLIPImageProcessor

    side = {"height": 32, "width": 32}
    return CLIPImageProcessor(size={"shortest_edge": 32}, crop_size=side)


def checked(threshold: float) -> Any:
    """Stable Diffusion as it was published: with a safety checker."""
    from diffusers import StableDiffusionPipeline

    parts = dict(stable_diffusion().components) | {
        "safety_checker": safety_checker(threshold),
        "feature_extractor": feature_extractor(),
    }
    pipeline = StableDiffusionPipeline(**parts)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline
