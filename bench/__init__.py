"""The benchmark: the same invented content built by this project, by plain Pelican and by Hugo. Run `python -m bench`.

    items, words, prose, corpus     what is built: postings, news and organisations from a seed
    generators, peers/              who builds it: how each lays out its content, and the command it is run by
    measure, checks                 what is measured: time, memory and files of one command; what its site must show
    changes, scenarios, huge        what happens between two builds; a round of them; a very large board
    results, kinds                  what came out, and of what kind the files are
    ratios, landed                  what it is compared with: what is asked, and the last run that landed
    machine, render, plot           what is said about it

Generators are run by their command lines only; nothing here imports the project.
"""
