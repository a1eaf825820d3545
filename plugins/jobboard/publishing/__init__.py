"""A built site in, the same site at its host out: only what differs, and never half of it before readers.

Hosts differ in what they can do. Folders and machines with ssh get the whole site beside the old one, and switch;
Netlify does so by itself. Stores of files take one after the other, in an order in which no page leads nowhere.
"""
