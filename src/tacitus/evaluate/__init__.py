"""How well the reader does on texts whose claims people marked: gold in, figures out; see `docs/evaluate.md`."""
