"""Hugging Face's transformers on the other side of `npm run bench -- hugging-face`. Needs `pip install torch transformers safetensors`.

make FOLDER SHAPE   a BERT of random weights, and in expected.safetensors what it says of some texts
check FOLDER        what the BERT in FOLDER says of inputs.safetensors, in outputs.safetensors
"""
import json
import sys
from pathlib import Path

import torch
import transformers
from safetensors.torch import load_file, save_file

torch.manual_seed(7)
transformers.logging.set_verbosity_error()
TEXTS = ["Hello, worlds! 你好，世界。", "[MASK]是好的 café NAÏVE don't", "好", "a b c d e f g h " * 4]


def vocabulary(size):
    """Special tokens not where Portrait has them, then letters, Chinese characters and pieces, as far as there is room."""
    pieces = ["[PAD]", "[unused1]", "[unused2]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "hello", "world", "##s", ",", "!", "。", "你", "好"]
    pieces += [chr(c) for c in range(ord("a"), ord("z") + 1)] + ["'", "cafe", "naive"]
    pieces += [chr(c) for c in range(0x4E00, 0x9FA5) if chr(c) not in "你好"]
    return pieces[:size]


def outputs(model, inputs):
    """Hidden states of all layers, the pooler's vector where there is one, and the head's scores."""
    model.eval()
    base = model.bert
    with torch.no_grad():
        seen = base(**inputs, output_hidden_states=True)
        scores = model.cls(seen.last_hidden_state) if base.pooler is None else model.cls(seen.last_hidden_state, seen.pooler_output)[0]
    found = {f"hidden.{i}": state for i, state in enumerate(seen.hidden_states)}
    if seen.pooler_output is not None:
        found["pooled"] = seen.pooler_output
    return {**found, "logits": scores}


def floats(arrays):
    return {name: array.to(torch.float32).contiguous() for name, array in arrays.items()}


def make(folder, shape):
    config = transformers.BertConfig(**shape)
    model = transformers.BertForPreTraining(config)
    for name, weight in model.named_parameters():
        # Wider than transformers' own 0.02, and shifts that are not zero, so that nothing that is wrong goes unseen.
        base = 1.0 if name.endswith("LayerNorm.weight") else 0.0
        weight.data = base + torch.randn_like(weight) * min(0.5, 2 / config.hidden_size**0.5)
    model.save_pretrained(folder)
    (folder / "vocab.txt").write_text("\n".join(vocabulary(config.vocab_size)) + "\n", encoding="utf8")
    tokenizer = transformers.BertTokenizerFast(str(folder / "vocab.txt"))
    (folder / "texts.json").write_text(
        json.dumps([{"text": text, "ids": tokenizer(text, add_special_tokens=False)["input_ids"]} for text in TEXTS], ensure_ascii=False) + "\n",
        encoding="utf8",
    )
    length = config.max_position_embeddings
    lengths = [length, max(2, length // 3), 1]
    ids = torch.randint(7, config.vocab_size, (len(lengths), length))
    mask = torch.tensor([[1 if i < own else 0 for i in range(length)] for own in lengths])
    inputs = {"input_ids": ids * mask, "token_type_ids": torch.randint(0, config.type_vocab_size, ids.shape) * mask, "attention_mask": mask}
    save_file(floats({**inputs, **outputs(model, inputs)}), str(folder / "expected.safetensors"))
    return {}


def check(folder):
    kind = getattr(transformers, json.loads((folder / "config.json").read_text())["architectures"][0])
    model, loading = kind.from_pretrained(folder, output_loading_info=True)
    inputs = {name: array.long() for name, array in load_file(str(folder / "inputs.safetensors")).items()}
    save_file(floats(outputs(model, inputs)), str(folder / "outputs.safetensors"))
    pieces = transformers.BertTokenizer(str(folder / "vocab.txt")).convert_ids_to_tokens(range(model.config.vocab_size))
    return {"missing": sorted(loading["missing_keys"]), "unexpected": sorted(loading["unexpected_keys"]), "pieces": len(set(pieces))}


task, folder = sys.argv[1], Path(sys.argv[2])
result = make(folder, json.loads(sys.argv[3])) if task == "make" else check(folder)
print(json.dumps({"version": transformers.__version__, **result}))
