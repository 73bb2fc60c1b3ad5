"""mkonnx.py MODELDIR OUT.onnx: all-MiniLM-L6-v2's safetensors to ONNX (mean pooling and norm inside), without torch."""

import json
import struct
import sys
import numpy as np
import onnx
from onnx import helper as h, numpy_helper as nh, TensorProto as T


def st(path):
    b = open(path, "rb").read()
    n = struct.unpack("<Q", b[:8])[0]
    head = json.loads(b[8 : 8 + n])
    out = {}
    for k, v in head.items():
        if k == "__metadata__":
            continue
        s, e = v["data_offsets"]
        dt = {"F32": np.float32, "F16": np.float16, "I64": np.int64}[v["dtype"]]
        out[k] = np.frombuffer(b[8 + n + s : 8 + n + e], dt).reshape(v["shape"])
    return out


def build(d, out):
    W = st(d + "/model.safetensors")
    W = {k.removeprefix("bert."): v for k, v in W.items()}
    c = json.load(open(d + "/config.json"))
    H, L, A = c["hidden_size"], c["num_hidden_layers"], c["num_attention_heads"]
    D = H // A
    init, nodes = [], []

    def C(name, a):
        init.append(nh.from_array(np.ascontiguousarray(a), name))
        return name

    def N(op, ins, out, **k):
        nodes.append(h.make_node(op, ins, [out], **k))
        return out

    C("we", W["embeddings.word_embeddings.weight"].astype(np.float32))
    C(
        "pe",
        W["embeddings.position_embeddings.weight"].astype(np.float32)
        + W["embeddings.token_type_embeddings.weight"][0].astype(np.float32),
    )
    N("Gather", ["we", "input_ids"], "tok")
    N("Shape", ["input_ids"], "S", start=1, end=2)
    C("zero", np.array([0]))
    N("Slice", ["pe", "zero", "S", "zero"], "pemb")
    N("Add", ["tok", "pemb"], "e0")

    def LN(x, pre, o):
        return N(
            "LayerNormalization",
            [x, C(o + "g", W[pre + ".weight"]), C(o + "b", W[pre + ".bias"])],
            o,
            axis=-1,
            epsilon=c["layer_norm_eps"],
        )

    x = LN("e0", "embeddings.LayerNorm", "x")
    N("Cast", ["attention_mask"], "mf", to=T.FLOAT)
    C("f1", np.float32(1))
    C("neg", np.float32(-1e4))
    N("Sub", ["f1", "mf"], "im")
    N("Mul", ["im", "neg"], "im2")
    C("ax12", np.array([1, 2]))
    N("Unsqueeze", ["im2", "ax12"], "bias")
    C("heads", np.array([0, 0, A, D]))
    C("merge", np.array([0, 0, H]))
    C("scale", np.float32(1 / np.sqrt(D)))

    def lin(x, pre, o):
        N("MatMul", [x, C(o + "_w", W[pre + ".weight"].T)], o + "_m")
        return N("Add", [o + "_m", C(o + "_bi", W[pre + ".bias"])], o)

    for l in range(L):
        p = f"encoder.layer.{l}."
        q = {}
        for n, perm in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3])):
            y = lin(x, p + "attention.self." + n, f"l{l}{n}")
            N("Reshape", [y, "heads"], y + "r")
            q[n] = N("Transpose", [y + "r"], y + "t", perm=perm)
        N("MatMul", [q["query"], q["key"]], f"l{l}s")
        N("Mul", [f"l{l}s", "scale"], f"l{l}ss")
        N("Add", [f"l{l}ss", "bias"], f"l{l}sb")
        N("Softmax", [f"l{l}sb"], f"l{l}p", axis=-1)
        N("MatMul", [f"l{l}p", q["value"]], f"l{l}c")
        N("Transpose", [f"l{l}c"], f"l{l}ct", perm=[0, 2, 1, 3])
        N("Reshape", [f"l{l}ct", "merge"], f"l{l}cm")
        y = lin(f"l{l}cm", p + "attention.output.dense", f"l{l}o")
        N("Add", [y, x], f"l{l}r1")
        x = LN(f"l{l}r1", p + "attention.output.LayerNorm", f"l{l}n1")
        y = lin(x, p + "intermediate.dense", f"l{l}i")
        y = N("Gelu", [y], f"l{l}g")
        y = lin(y, p + "output.dense", f"l{l}f")
        N("Add", [y, x], f"l{l}r2")
        x = LN(f"l{l}r2", p + "output.LayerNorm", f"l{l}n2")
    C("ax2", np.array([2]))
    N("Unsqueeze", ["mf", "ax2"], "m3")
    N("Mul", [x, "m3"], "xm")
    C("ax1", np.array([1]))
    N("ReduceSum", ["xm", "ax1"], "sum", keepdims=0)
    N("ReduceL2", ["sum", "ax1"], "nrm", keepdims=1)
    N("Div", ["sum", "nrm"], "sentence_embedding")
    g = h.make_graph(
        nodes,
        "minilm",
        [
            h.make_tensor_value_info("input_ids", T.INT64, ["B", "S"]),
            h.make_tensor_value_info("attention_mask", T.INT64, ["B", "S"]),
        ],
        [h.make_tensor_value_info("sentence_embedding", T.FLOAT, ["B", H])],
        init,
    )
    m = h.make_model(g, opset_imports=[h.make_opsetid("", 20)])
    m.ir_version = 9
    onnx.checker.check_model(m)
    onnx.save(m, out)


build(sys.argv[1], sys.argv[2])
