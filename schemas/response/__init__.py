"""The shape of every answer. New fields may be added: a client ignores what it does not know."""
