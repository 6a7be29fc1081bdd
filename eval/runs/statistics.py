"""How sure a figure is, and whether two runs differ by more than chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import stats

CONFIDENCE: Final = 0.95
SEED: Final = 20261128
RESAMPLES: Final = 2000
_PAIR: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Bounds that hold the true value in 95 runs of 100."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """This run minus the base, over the items both scored."""

    mean: float
    interval: Interval
    p: float
    """Chance of a difference as large, either way, if the two runs were equally good."""
    items: int


def interval(values: Sequence[float]) -> Interval:
    """Return the 95 % interval of a mean of values between 0 and 1; (0, 1) when there is none.

    Wilson's (1927) where each value is right or wrong, else bootstrap (percentile, seeded).
    """
    if not values:
        return Interval(low=0.0, high=1.0)
    if set(values) <= {0.0, 1.0}:
        test = stats.binomtest(round(sum(values)), len(values))
        bounds = test.proportion_ci(CONFIDENCE, method="wilson")
        return Interval(low=float(bounds.low), high=float(bounds.high))
    return _bootstrapped(np.asarray(values))


def difference(ours: Sequence[float], base: Sequence[float]) -> Difference:
    """Return the paired difference of two runs, with its interval and p-value.

    `ours` and `base` score the same items in the same order. The p-value is that of a
    sign-flip permutation test (McNemar's exact one where each item is right or wrong); 1 when
    no item differs.
    """
    change, n = np.asarray(ours) - np.asarray(base), len(ours)
    if not change.any():
        return Difference(mean=0.0, interval=Interval(low=0.0, high=0.0), p=1.0, items=n)
    # Items that did not move bear no sign to flip: leaving them out changes no p-value.
    p = _sign_flipped(change[change != 0])
    return Difference(mean=float(change.mean()), interval=_bootstrapped(change), p=p, items=n)


def adjusted(p_values: Sequence[float]) -> list[float]:
    """Return p-values corrected for asking several questions at once (Benjamini-Hochberg)."""
    return [float(p) for p in stats.false_discovery_control(p_values)] if p_values else []


def _sign_flipped(moved: NDArray[np.float64]) -> float:
    """Return the two-sided p-value that changes, none of them 0, lean to one side by chance."""
    if np.ptp(np.abs(moved)) == 0:
        return float(stats.binomtest(int((moved > 0).sum()), len(moved)).pvalue)
    test = stats.permutation_test(
        (moved,),
        lambda x, axis: np.sum(x, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=RESAMPLES * 5,
        rng=np.random.default_rng(SEED),
    )
    return float(min(1.0, test.pvalue))


def _bootstrapped(values: NDArray[np.float64]) -> Interval:
    """Return the percentile bootstrap interval of the mean of at least two values."""
    if len(values) < _PAIR or np.ptp(values) == 0:
        return Interval(low=float(values.min()), high=float(values.max()))
    found = stats.bootstrap(
        (values,),
        np.mean,
        confidence_level=CONFIDENCE,
        n_resamples=RESAMPLES,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    bounds = found.confidence_interval
    return Interval(low=float(bounds.low), high=float(bounds.high))
