"""Draw the app's icons from the mark: `.venv/bin/python pwa/scripts/make_icons.py`. The PNG files are committed."""

from pathlib import Path

from playwright.sync_api import sync_playwright

ICONS = Path(__file__).parent.parent / "static" / "icons"
GROUND = "#faf6f4"
# name: pixels, how much of the square the mark takes, how round the ground is
DRAWN = {
    "icon-192.png": (192, 0.66, 0.22),
    "icon-512.png": (512, 0.66, 0.22),
    "maskable-512.png": (512, 0.5, 0.0),
    "apple-touch-icon.png": (180, 0.6, 0.0),
}


def main() -> None:
    """Draw every icon."""
    mark = (ICONS / "mark.svg").read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=["--no-sandbox"])
        for name, (pixels, share, roundness) in DRAWN.items():
            page = browser.new_page(viewport={"width": pixels, "height": pixels})
            page.set_content(_sheet(mark, share, roundness))
            page.screenshot(path=ICONS / name, omit_background=True)
            page.close()
        browser.close()


def _sheet(mark: str, share: float, roundness: float) -> str:
    style = f"""html, body {{ margin: 0; height: 100%; background: transparent; }}
        div {{ height: 100%; display: grid; place-items: center; }}
        div {{ background: {GROUND}; border-radius: {roundness:.0%}; }}
        svg {{ width: {share:.0%}; height: {share:.0%}; }}"""
    return f"<style>{style}</style><div>{mark}</div>"


def _chromium() -> str | None:
    system = Path("/usr/bin/chromium")
    return str(system) if system.exists() else None


if __name__ == "__main__":
    main()
