"""What people propose who write no files: forms for a host's issues out, their answers in, and what becomes of them.

A form is a list of questions made of the declarations (`questions`), written as a host wants it (`issue_forms`). What
it produced is taken apart by its headings (`answers`) and made a file (`drafting`, `taking`); what that would change on
the site is told in plain words (`proposal`).
"""
