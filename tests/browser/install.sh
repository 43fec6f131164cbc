#!/usr/bin/env bash
# Makes sure that a Chromium is there for the browser tests: the system's, else Debian's package, else
# Playwright's own download.
set -euo pipefail

system_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

if system_chromium >/dev/null; then
  exit 0
fi
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium && exit 0
fi
playwright install chromium
