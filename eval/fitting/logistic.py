"""Penalised logistic regression, by scipy: the same inputs give the same line."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

Matrix = NDArray[np.float64]


def separated(
    features: Any,  # noqa: ANN401 # a numpy array or a scipy sparse matrix, which has no types
    positive: NDArray[np.bool_],
    penalty: float,
) -> tuple[Matrix, float]:
    """Return the weights and the bias of the line between rows that are positive and others."""
    sign = np.where(positive, 1.0, -1.0)

    def loss(w: Matrix) -> tuple[float, Matrix]:
        margin = sign * (features @ w[:-1] + w[-1])
        value = np.logaddexp(0, -margin).sum() + penalty * (w[:-1] @ w[:-1]) / 2
        pull = -sign / (1 + np.exp(np.clip(margin, -500, 500)))
        return float(value), np.r_[features.T @ pull + penalty * w[:-1], pull.sum()]

    found = minimize(loss, np.zeros(features.shape[1] + 1), jac=True, method="L-BFGS-B").x
    return found[:-1], float(found[-1])
