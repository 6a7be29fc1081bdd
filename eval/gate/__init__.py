"""The gate of continuous integration: floors that hold, and no fall beyond chance."""
