"""Every sentence that people read in Slack, English and Swedish side by side; blocks and buttons are made in `views`.

One module a surface, named as its view. A sentence is a `said.Said`, or a small function that returns one. Sentences
are plain words without markup; whoever shows them escapes them. Companies are spoken to as "ni" in Swedish, a single
person who presses a button as "du".
"""
