"""What was claimed of the edge, what was seen, and whether that is the same."""
import time


class Report:
    def __init__(self):
        self.held = self.broken = 0
        self.begun = time.monotonic()

    def claim(self, claim, holds, seen=""):
        self.held += bool(holds)
        self.broken += not holds
        print(f"{'  holds' if holds else 'BROKEN'} {claim}{': ' if seen != '' else ''}{seen}", flush=True)

    def same(self, claim, seen, wanted):
        self.claim(claim, seen == wanted, seen if seen == wanted else f"{seen}, not {wanted}")

    def part(self, name):
        print(f"-- {name} (after {time.monotonic() - self.begun:.0f} s)", flush=True)
