"""The benchmark: the same invented content built by this project, by plain Pelican and by Hugo. Run `python -m bench`.

    items, words, prose, corpus     what is built: postings, news and organisations from a seed
    generators, peers/              who builds it: how each lays out its content, and the command it is run by
    measure, checks, scenarios      what is measured: time, memory and files of one command; a round of them
    results, ratios                 what came out, and what it is compared with
    machine, render, plot, huge     what is said about it

Generators are run by their command lines only; nothing here imports the project.
"""
