#!/usr/bin/env bash
# Makes sure that a Chromium is there for the browser tests: Debian's headless one, which opens a page with half the
# work of the whole browser, else the system's, else Debian's, else Playwright's own download.
set -euo pipefail

headless_chromium() {
  command -v chromium-headless-shell
}

system_chromium() {
  command -v chromium || command -v chromium-browser || command -v google-chrome
}

can_install() {
  command -v apt-get && [ "$(id -u)" = 0 ]
}

install_package() {
  DEBIAN_FRONTEND=noninteractive timeout 300 apt-get install -y -qq "$1"
}

if headless_chromium >/dev/null; then
  exit 0
fi
if can_install >/dev/null; then
  install_package chromium-headless-shell >/dev/null 2>&1 && exit 0
  if timeout 120 apt-get update -qq; then
    install_package chromium-headless-shell && exit 0
    system_chromium >/dev/null || install_package chromium || true
  fi
fi
if system_chromium >/dev/null; then
  exit 0
fi
playwright install chromium
