"""Trains the models of `implicit` on a split and reports as JSON lines: run by peers.ts in an environment of its own.

usage: peers.py MODEL TRAIN TEST FACTORS ITERATIONS REGULARISATION ALPHA RATE THREADS K
TRAIN and TEST hold one line a user: the user, then the items.
"""

import json
import os
import resource
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # what implicit itself asks for

import numpy as np
from scipy.sparse import csr_matrix
from implicit.als import AlternatingLeastSquares
from implicit.bpr import BayesianPersonalizedRanking
from implicit.nearest_neighbours import CosineRecommender


def rows(path):
    users, items = [], []
    with open(path) as lines:
        for line in lines:
            user, *given = map(int, line.split())
            users.extend([user] * len(given))
            items.extend(given)
    return np.array(users), np.array(items)


def main():
    name, train_path, test_path = sys.argv[1:4]
    factors, iterations = int(sys.argv[4]), int(sys.argv[5])
    regularisation, alpha, rate = map(float, sys.argv[6:9])
    threads, k = int(sys.argv[9]), int(sys.argv[10])
    users, items = rows(train_path)
    test_users, test_items = rows(test_path)
    shape = (max(users.max(), test_users.max()) + 1, max(items.max(), test_items.max()) + 1)
    train = csr_matrix((np.ones(len(users), dtype=np.float32), (users, items)), shape=shape)
    test = csr_matrix((np.ones(len(test_users), dtype=np.float32), (test_users, test_items)), shape=shape)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    if name == "als":
        model = AlternatingLeastSquares(
            factors=factors, iterations=iterations, regularization=regularisation, alpha=alpha,
            num_threads=threads, random_state=1)
    elif name == "bpr":
        model = BayesianPersonalizedRanking(
            factors=factors, iterations=iterations, regularization=regularisation, learning_rate=rate,
            num_threads=threads, random_state=1)
    else:
        model = CosineRecommender(K=factors, num_threads=threads)

    start = time.perf_counter()
    model.fit(train, show_progress=False)
    trained = time.perf_counter() - start
    start = time.perf_counter()
    ids, _ = model.recommend(np.arange(shape[0]), train, N=k, filter_already_liked_items=True)
    ranked = time.perf_counter() - start

    recall, ndcg, counted = 0.0, 0.0, 0
    discount = 1 / np.log2(np.arange(2, k + 2))
    for user in range(shape[0]):
        held = test.indices[test.indptr[user]:test.indptr[user + 1]]
        if len(held) == 0:
            continue
        hits = np.isin(ids[user], held)
        recall += hits.sum() / len(held)
        ndcg += (hits * discount[: len(hits)]).sum() / discount[: min(len(held), k)].sum()
        counted += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({
        "trainSeconds": trained, "rankSeconds": ranked, "users": int(shape[0]),
        "recall": recall / counted, "ndcg": ndcg / counted,
        "peakMb": peak / 1024, "baseMb": before / 1024,
    }))


main()
