"""Makes the tagger: `make train` from the folder of gold sets. See weights/tagger.md."""
