"""Do the tests of the scorers see a fault? Faults are put one by one into a copy of the code."""
