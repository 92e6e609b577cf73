"""Tag: what an agreement says, as codes, ids, dates and numbers. One public `tag_*` a module.

`agreements` calls them all; nothing is imported here, so that a tagger can be used alone.
"""
