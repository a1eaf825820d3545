"""Stage 1, read: files in, documents out (fields with line numbers, a safe HTML body).

The only stage that reads content. It knows YAML, Markdown and bytes, and nothing of jobs or news.
"""
