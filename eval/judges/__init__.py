"""Language models as judges: three votes, their cost, and how far they agree with people."""
