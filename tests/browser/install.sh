#!/usr/bin/env bash
# Makes sure that a Chromium is there for the browser tests: Debian's headless one, which opens a page with a third of
# the work of the whole browser, else the system's, else Debian's, else Playwright's own download.
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

# Where a browser is there already, a machine without network must not wait for long.
install_package() {
  DEBIAN_FRONTEND=noninteractive timeout "$2" apt-get install -y -qq \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o Acquire::Retries=1 "$1"
}

if headless_chromium >/dev/null; then
  exit 0
fi
if can_install >/dev/null; then
  install_package chromium-headless-shell 90 >/dev/null 2>&1 && exit 0
  if ! system_chromium >/dev/null && timeout 180 apt-get update -qq; then
    install_package chromium-headless-shell 300 || install_package chromium 300 || true
  fi
fi
if headless_chromium >/dev/null || system_chromium >/dev/null; then
  exit 0
fi
playwright install chromium
