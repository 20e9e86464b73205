"""Search at size: where a site chose Pagefind, what Material's search would have found, laid out for it.

Material's search is one file, which a browser reads whole before it finds anything. Pagefind's index is in small
pieces, of which a search asks for a few. The field, the list of results and the words in it stay the theme's: a worker
of our own (`worker.js`) speaks with the theme as its worker does, and takes the answers from Pagefind.
"""
