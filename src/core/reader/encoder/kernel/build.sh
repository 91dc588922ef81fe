#!/bin/sh
# Compiles kernel.c into kernel-binary.ts and writes the binary's checksum into kernel.c.
# Needs clang and lld 16 (Debian: clang-16, lld-16); only who changes kernel.c needs them.
set -eu
cd "$(dirname "$0")"
wasm=$(mktemp)
trap 'rm -f "$wasm"' EXIT
clang-16 --target=wasm32 -O3 -msimd128 -ffreestanding -nostdlib -fno-vectorize -fno-slp-vectorize -ffp-contract=off \
  -Wall -Wextra -Werror -Wl,--no-entry -Wl,--import-memory -Wl,--strip-all -Wl,-z,stack-size=4096 -o "$wasm" kernel.c
{
  echo "/** What build.sh compiled from kernel.c: WebAssembly in base64. Never edited by hand. */"
  echo "export const KERNEL ="
  echo "  '$(base64 -w0 "$wasm")';"
} > kernel-binary.ts
sed -i "s/^ \* sha256 of the compiled kernel: .*/ * sha256 of the compiled kernel: $(sha256sum "$wasm" | cut -d' ' -f1)/" kernel.c
