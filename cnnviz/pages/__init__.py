"""From lessons to pages: what they ask for, and the Markdown that shows it. Imports no torch."""
