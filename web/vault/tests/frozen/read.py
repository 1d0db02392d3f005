"""Opens the frozen bytes from what README.md says, without a line of Trellis.

Needs the Python package `cryptography`, 45 or later. Prints each secret; stops at the first byte
that does not fit. Nothing in the build runs this: it is here so that a vault can be read when
Trellis is gone.
"""

import struct
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def hchacha20(key, nonce):
    """draft-irtf-cfrg-xchacha-03, section 2.2."""
    constants = (0x61707865, 0x3320646E, 0x79622D32, 0x6B206574)
    s = [*constants, *struct.unpack("<8I", key), *struct.unpack("<4I", nonce)]
    columns = [(0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15)]
    diagonals = [(0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14)]
    for _ in range(10):
        for a, b, c, d in columns + diagonals:
            for x, y, z, by in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
                s[x] = (s[x] + s[y]) & 0xFFFFFFFF
                word = s[z] ^ s[x]
                s[z] = ((word << by) | (word >> (32 - by))) & 0xFFFFFFFF
    return struct.pack("<8I", *s[:4], *s[12:])


def open_sealed(key, associated, sealed):
    nonce, rest = sealed[:24], sealed[24:]
    subkey = hchacha20(key, nonce[:16])
    return ChaCha20Poly1305(subkey).decrypt(bytes(4) + nonce[16:], rest, associated + nonce)


def derive(secret, vault, purpose):
    return HKDF(SHA256(), 32, vault, b"trellis vault 1: " + purpose).derive(secret)


def strip(padded):
    end = 4 + int.from_bytes(padded[:4], "big")
    assert len(padded) % 512 == 0 and not any(padded[end:])
    return padded[4:end]


def frozen(name):
    return bytes.fromhex(Path(__file__).with_name(f"{name}.hex").read_text())


header = frozen("header")
memory, passes, lanes = struct.unpack(">3I", header[10:22])
salt, vault, public = header[22:38], header[38:54], header[54:86]
kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
wrap = derive(kdf.derive("tin lamp river môr".encode()), vault, b"wrap of the vault key")
vault_key = open_sealed(wrap, header[:158], header[158:])
print("vault key", vault_key.hex())
wrap = derive(vault_key, vault, b"wrap of the transfer secret")
secret = open_sealed(wrap, b"\x01" + vault + public, header[86:158])
assert X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw() == public
print("transfer secret", secret.hex())

handed = frozen("handed")
passing = handed[59:91]
shared = X25519PrivateKey.from_private_bytes(secret).exchange(X25519PublicKey.from_public_bytes(passing))
key = derive(shared, vault, b"answers handed over" + passing + public)
print("handed", strip(open_sealed(key, handed[:91], handed[91:])))
# The browser's own key never leaves it; this one stands for it.
draft = frozen("passing")
print("passing", strip(AESGCM(b"\x22" * 32).decrypt(draft[59:71], draft[71:], draft[:71])))

vault, vault_key = b"\xa0" * 16, b"\x11" * 32
wrapped = frozen("wrapped_person_key")
person_key = open_sealed(derive(vault_key, vault, b"wrap of person keys"), wrapped[:41], wrapped[41:])
print("person key", person_key.hex())
for name, secret, purpose in (
    ("record_of_person", person_key, b"records of a person"),
    ("record_without_person", vault_key, b"records without a person"),
):
    record = frozen(name)
    print(name, strip(open_sealed(derive(secret, vault, purpose), record[:59], record[59:])))
