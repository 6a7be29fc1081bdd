"""One module a question asked of the assistant: a data set, and how a reply is scored."""
