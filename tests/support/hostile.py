"""Requests that nobody sends in good faith, as bytes."""

import gzip
from collections.abc import Iterator

from tests.support.wire import get, post, post_chunked

CLASSIFY, CHECK = "/v1/classify", "/v1/check"
BEFORE = ["/v1/elements/", "/v1/concepts/", "/assets/", "/v1/elements/Sc?", "/v1/resolve?q="]
BEFORE += ["/v1/formulas?formula=", "/v1/elements/Sc?as_of=", "/v1/elements?authority="]
"""What each of the odd ends below is put behind."""
METHODS = [
    "TRACE",
    "PROPFIND",
    "CONNECT",
    "PATCH",
    "PUT",
    "DELETE",
    "QUERY",
    "get",
    "Get",
    "G*",
    "FOO-BAR",
]
BITS = [
    *("%", "%0", "%00", "%ff", "%c3%28", "%ed%a0%80", "%f0%9f%92%a9", "%2F", "%2e%2e", "%0d%0a"),
    *("%25", "+", "*", "..", "/", "//", "\\", ";", ",", "'", '"', "<script>", "{{7*7}}", "${x}"),
    *("Sc", "NA", "21", "-1", "1e5", "9" * 50, "x" * 120, "CO2", "((((", "))", "[", "REE", "null"),
    *("%D0%A1%D0%BE", "%E2%80%8B", "%EF%BB%BF", "%C2%A0", "true", "0x15", "InChI=1S/Sc", "U-235"),
]
RAW_JSON = [
    *(b"", b"{", b"[]", b"null", b'"', b"{}", b"\x00", b"\xff\xfe", b"//", b"[" * 100_000),
    *(b'{"a":' * 50_000, b'{"items":[' + b"[" * 900 + b"]" * 900 + b"]}"),
    *(b'{"items":[%s]}' % (b"9" * 5_000), b'{"items":[-%s,1e400,1E-400,-0.0]}' % (b"9" * 299)),
    *(b'{"items":[NaN]}', b'{"items":[Infinity]}', b'{"items":[01]}', b'{"items":[.5]}'),
    *(b'{"items":[],"items":[]}', b'{"items":["\\ud800"]}', b'{"\\ud800":[]}'),
    *(b'{"items":["\xed\xa0\x80"]}', b'{"items":["\\u0000"]}', b'\xef\xbb\xbf{"items":["Sc"]}'),
    *('{"items":["Sc"]}'.encode(codec) for codec in ("utf-16", "utf-32")),
    *(gzip.compress(b'{"items":["Sc"]}'), b'{"items":["' + b"x" * 500_000 + b'"]}'),
    *(b'{"items":[' + b'"",' * 9_999 + b'""]}', b'{"items":{}}', b'{"items":[],"kind":[]}'),
    b'{"items":[],"authority":[[]],"as_of":{},"concept":1,"strict":[],"na":{},"lang":0}',
    b'{"items":[{"name":[],"cas":{},"formula":1,"mass_percent":"1e999"},{"":0},[[]],true]}',
    b'{"items":[["Sc"],{"Sc":1},[[]],[null]],"kind":"formula"}',
    b'{"checks":[null,[],{},1,"x",{"element":[],"concept":{}},{"element":"Sc","concept":""}]}',
    b'{"checks":[{"element":"Sc","concept":"rare-earth","as_of":"2024-W01-1","authority":[]}]}',
]
HEADERS = [
    *("Accept: " + text for text in ("", ";;;", "*/*;q=2", "a/b;q=x", "*", "text/html;q=0", "é")),
    *("If-None-Match: " + text for text in ("", '"', "W/", "*,*", 'W/"', "\\", '"a" "b"', ",,,")),
    *("If-Match: " + text for text in ('"x"', "*", "W/")),
    *("Range: " + text for text in ("bytes=0-", "bytes=9-1", "lines=1", "bytes=-", "bytes=0-0,2-")),
    *("X-Request-Id: " + text for text in ("", "a b", "x" * 5_000, '"}', "${jndi:ldap://x}")),
    *("Content-Type: " + text for text in ("", "json", "application/json;charset=x", ";", "a/b/c")),
    *("Content-Length: " + text for text in ("-1", "x", "1e3", "+5", "0x10", "9" * 30)),
    *("Transfer-Encoding: " + text for text in ("gzip", "chunked, gzip", "identity", "x", "")),
    *("Host: " + text for text in ("a b", "[::", "x:99999999", "<>", "x/y", "127.0.0.1")),
    *("Content-Encoding: " + text for text in ("gzip", "br", "", "identity", "x" * 100)),
    *("Connection: " + text for text in ("upgrade", "x", "keep-alive, close", "")),
    *("Upgrade: h2c", "Expect: 100-continue", "Expect: x", "Cookie: " + "a=b;" * 1_500),
    *("X-Forwarded-For: '", "X-Forwarded-Proto: gopher", "X_Under: 1", "No-Colon", ": empty"),
    *(" folded: x", "Bad Name: x", "X-Null: \x00", "X-Bell: \x07", "X-Raw: \x7f", "Date: never"),
    *("traceparent: x", "traceparent: 00-" + "0" * 32 + '-"', "If-Modified-Since: soon"),
]
TARGETS = [b"/\xd1\x81", b"/\x00", b"/a b", b"http://x", b"http://x/v1/elements/Sc", b"//x/y", b"*"]
TARGETS += [b"?", b"#", b"/#a", b"/?" + b"a=1&" * 900, b"/" + b"a" * 5_000]
LINES = [
    *(b"\r\n", b"\n\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET  /  HTTP/1.1\r\n\r\n"),
    *(b"GET / HTTP/9.9\r\n\r\n", b"GET / http/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00"),
    *(b"GET / HTTP/1.1\n\n", b"GET / HTTP/1.1\r\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
    *(b"GET %s HTTP/1.0\r\n\r\n" % target for target in TARGETS),
    *(b"OPTIONS * HTTP/1.0\r\n\r\n", b"CONNECT x:443 HTTP/1.0\r\n\r\n"),
    b"GET / HTTP/1.1\r\n" + b"X-Many: 1\r\n" * 200 + b"\r\n",
]
CHUNKED = b"POST /v1/classify HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + (
    b"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
)
BROKEN_CHUNKS = [b"\r\nzz\r\n{}\r\n0\r\n\r\n", b"\r\n2\r\n{}}\r\n0\r\n\r\n"]
CHUNKS = [
    *(b"\r\n%s\r\n{}\r\n0\r\n\r\n" % size for size in (b"-1", b"0x2", b"f" * 16, b"2;x=y")),
    *(b"\r\n0\r\n\r\n", b"\r\n2\r\n{}0\r\n\r\n", b"\r\n\r\n\r\n", b"\r\n2\n{}\n0\n\n"),
    *(b"Content-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n", b"\r\n0\r\nTrailer: x\r\n\r\n"),
]
STALLING = [
    *(post(CLASSIFY, b'{"items":[]}')[:-3], get("/", "Content-Length: 10"), b"GET / HT"),
    *(CHUNKED + b"\r\n5\r\n{}", CHUNKED + b"\r\nff"),
]
"""Promises that are not kept: nothing comes back until one side gives up."""


def requests() -> Iterator[bytes]:
    """Give them all."""
    yield from LINES
    yield from (get(f"{before}{bit}") for before in BEFORE for bit in BITS)
    for header in HEADERS:
        yield from (get("/v1/elements/Sc", header), post(CLASSIFY, b'{"items":["Sc"]}', header))
    for body in RAW_JSON:
        yield from (post(path, body) for path in (CLASSIFY, CHECK, "/v1/identify-list"))
        yield post("/v1/bom", body.replace(b'"items"', b'"rows"'))
        yield post_chunked(CLASSIFY, [body[:7], body[7:]] if len(body) > 7 else [body or b" "])
    for method in METHODS:
        yield from (get(path, method=method) for path in ("/", CLASSIFY, "/nowhere"))
    yield from (CHUNKED + chunks for chunks in CHUNKS)
    yield post(CLASSIFY, b"{").replace(b"close", b"keep-alive") + get("/v1/elements/Sc")
