"""Tiny models of the other families: the true architectures with random weights (see ``tests.tiny_models``)."""

from __future__ import annotations

from typing import Any

import torch
from diffusers import AutoencoderKL

from tests.tiny_models import NATIVE, stable_diffusion, text_encoder, tokenizer, unet, vae

NO_CHECKER = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}


def quiet(pipeline: Any) -> Any:
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def sd1() -> Any:
    return stable_diffusion()


def sd2() -> Any:
    """Velocity prediction, as the 768 pixel models have it."""
    from diffusers import DDIMScheduler, StableDiffusionPipeline

    scheduler = DDIMScheduler(
        beta_start=0.00085,
        beta_end=0.012,
        beta_schedule="scaled_linear",
        prediction_type="v_prediction",
        steps_offset=1,
        clip_sample=False,
        set_alpha_to_one=False,
    )
    parts = {"vae": vae(), "text_encoder": text_encoder(48), "tokenizer": tokenizer(), "unet": unet(cross=48)}
    return quiet(StableDiffusionPipeline(**parts, scheduler=scheduler, **NO_CHECKER))


def inpainting() -> Any:
    """Nine channels in: noise, mask, and the masked picture."""
    from diffusers import StableDiffusionInpaintPipeline

    parts = dict(stable_diffusion().components) | {"unet": unet(channels=9)}
    return quiet(StableDiffusionInpaintPipeline(**parts, requires_safety_checker=False))


def wide() -> Any:
    """Latents of twelve channels, as the starter model has them: no stock inpaint pipeline takes it."""
    from diffusers import StableDiffusionPipeline

    torch.manual_seed(1)
    coder = AutoencoderKL(
        block_out_channels=(8, 16),
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        latent_channels=12,
        norm_num_groups=4,
        sample_size=NATIVE,
    ).eval()
    parts = dict(stable_diffusion().components) | {"unet": unet(channels=12, out_channels=12), "vae": coder}
    return quiet(StableDiffusionPipeline(**parts, requires_safety_checker=False))


def depth() -> Any:
    """Five channels in: noise, and how far away everything is, by a small DPT over a convolutional backbone."""
    from diffusers import StableDiffusionDepth2ImgPipeline
    from transformers import DPTConfig, DPTForDepthEstimation, DPTImageProcessor

    torch.manual_seed(0)
    config = DPTConfig(
        image_size=NATIVE,
        patch_size=16,
        hidden_size=32,
        intermediate_size=32,
        num_hidden_layers=4,
        num_attention_heads=4,
        backbone_out_indices=(0, 1, 2, 3),
        neck_hidden_sizes=(16, 16, 16, 16),
        fusion_hidden_size=16,
        is_hybrid=True,
        backbone_config={
            "model_type": "bit",
            "global_padding": "same",
            "layer_type": "bottleneck",
            "depths": [1, 1, 1],
            "out_features": ["stage1", "stage2", "stage3"],
            "embedding_dynamic_padding": True,
            "embedding_size": 8,
            "hidden_sizes": [16, 16, 16],
            "num_groups": 2,
        },
        backbone_featmap_shape=[1, 16, 2, 2],
    )
    parts = {name: part for name, part in sd2().components.items() if name in ("vae", "text_encoder", "tokenizer")}
    parts |= {
        "unet": unet(cross=48, channels=5),
        "scheduler": stable_diffusion().scheduler,
        "depth_estimator": DPTForDepthEstimation(config).eval(),
        "feature_extractor": DPTImageProcessor(size={"height": NATIVE, "width": NATIVE}),
    }
    return quiet(StableDiffusionDepth2ImgPipeline(**parts))


def lcm() -> Any:
    from diffusers import LatentConsistencyModelPipeline, LCMScheduler

    parts = dict(stable_diffusion().components) | {"unet": unet(time_cond_proj_dim=16)}
    parts["scheduler"] = LCMScheduler.from_config(parts["scheduler"].config)
    return quiet(LatentConsistencyModelPipeline(**parts, requires_safety_checker=False))


def upscaler() -> Any:
    """Seven channels in: noise, and the picture at a quarter of the size."""
    from diffusers import DDIMScheduler, DDPMScheduler, StableDiffusionUpscalePipeline

    torch.manual_seed(1)
    coder = AutoencoderKL(
        block_out_channels=(8, 8, 16),
        down_block_types=("DownEncoderBlock2D",) * 3,
        up_block_types=("UpDecoderBlock2D",) * 3,
        latent_channels=4,
        norm_num_groups=4,
        sample_size=NATIVE,
        scaling_factor=0.08333,
    ).eval()
    parts = {
        "vae": coder,
        "text_encoder": text_encoder(),
        "tokenizer": tokenizer(),
        "unet": unet(channels=7, num_class_embeds=1000),
        "low_res_scheduler": DDPMScheduler(beta_schedule="scaled_linear"),
        "scheduler": DDIMScheduler(prediction_type="v_prediction", clip_sample=False, set_alpha_to_one=False),
    }
    return quiet(StableDiffusionUpscalePipeline(**parts, max_noise_level=350))


def sdxl() -> Any:
    """Two text encoders, the second with a projection, and sizes as conditions."""
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline

    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, timestep_spacing="leading"
    )
    conditions = {
        "addition_embed_type": "text_time",
        "addition_time_embed_dim": 8,
        "projection_class_embeddings_input_dim": 6 * 8 + 32,
        "use_linear_projection": True,
    }
    parts = {
        "vae": vae(),
        "text_encoder": text_encoder(),
        "text_encoder_2": projected(3),
        "tokenizer": tokenizer(),
        "tokenizer_2": tokenizer(),
        "unet": unet(cross=64, **conditions),
    }
    return quiet(StableDiffusionXLPipeline(**parts, scheduler=scheduler, add_watermarker=False))


def sd3() -> Any:
    """A transformer and flow matching; without the large third text encoder, as small machines run it."""
    from diffusers import (
        FlowMatchEulerDiscreteScheduler,
        SD3Transformer2DModel,
        StableDiffusion3Pipeline,
    )

    torch.manual_seed(0)
    transformer = SD3Transformer2DModel(
        sample_size=NATIVE // 2,
        patch_size=2,
        in_channels=16,
        num_layers=1,
        attention_head_dim=8,
        num_attention_heads=4,
        joint_attention_dim=64,
        caption_projection_dim=32,
        pooled_projection_dim=64,
        out_channels=16,
    ).eval()
    parts = {
        "transformer": transformer,
        "vae": flowing_vae(16),
        "text_encoder": projected(2),
        "text_encoder_2": projected(3),
        "tokenizer": tokenizer(),
        "tokenizer_2": tokenizer(),
        "text_encoder_3": None,
        "tokenizer_3": None,
    }
    return quiet(StableDiffusion3Pipeline(**parts, scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0)))


def flux() -> Any:
    """A transformer over packed latents, guided by a number instead of a second row; T5 reads the words beside CLIP."""
    from diffusers import FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel
    from transformers import T5Config, T5EncoderModel, T5TokenizerFast

    torch.manual_seed(0)
    transformer = FluxTransformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        joint_attention_dim=32,
        pooled_projection_dim=32,
        axes_dims_rope=(4, 4, 8),
        guidance_embeds=True,
    ).eval()
    letters = [(letter, -2.0) for letter in "abcdefghijklmnopqrstuvwxyz"]
    reader = T5TokenizerFast(vocab=[("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0), ("▁", -1.0), *letters], extra_ids=0)
    words = T5Config(vocab_size=64, d_model=32, d_kv=8, d_ff=32, num_layers=1, num_heads=4)
    parts = {
        "transformer": transformer,
        "vae": flowing_vae(4),
        "text_encoder": text_encoder(),
        "tokenizer": tokenizer(),
        "text_encoder_2": T5EncoderModel(words).eval(),
        "tokenizer_2": reader,
    }
    return quiet(FluxPipeline(**parts, scheduler=FlowMatchEulerDiscreteScheduler()))


def flowing_vae(channels: int) -> Any:
    """As SD 3 and Flux have it: shifted, and without the two small convolutions."""
    return AutoencoderKL(
        **{key: vae().config[key] for key in ("block_out_channels", "down_block_types", "up_block_types")},
        latent_channels=channels,
        norm_num_groups=4,
        sample_size=NATIVE,
        shift_factor=0.06,
        scaling_factor=1.5,
        use_quant_conv=False,
        use_post_quant_conv=False,
    ).eval()


def projected(seed: int) -> Any:
    from transformers import CLIPTextModelWithProjection

    torch.manual_seed(seed)
    return CLIPTextModelWithProjection(text_encoder().config).eval()


FAMILIES = {
    "sd1": sd1,
    "sd2": sd2,
    "sdxl": sdxl,
    "lcm": lcm,
    "sd3": sd3,
    "flux": flux,
    "inpainting": inpainting,
    "depth": depth,
}
