"""HTTP doors: chat, pages, health."""
