"""Content as somebody might write it who wants to run something in a reader's browser."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import yaml

# What marks that something ran: the title, which no page of the site changes by itself.
RUN = "document.title=`ran`"
INJECTIONS = (
    f"<script>{RUN}</script>",
    f"<script src=data:text/javascript,{RUN}></script>",
    f"<ScRiPt >{RUN}</sCrIpT\n>",
    f"<scr<script>ipt>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'<img src="x" onerror="{RUN}" alt="a">',
    f"<img/src=x/onerror={RUN}>",
    f"<image src=x onerror={RUN}>",
    f"<svg onload={RUN}></svg>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}></style></mglyph></table></mtext></math>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}><summary>x</summary></details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<iframe src='javascript:parent.{RUN}'></iframe>",
    f"<object data='javascript:{RUN}'></object>",
    f"<embed src='javascript:{RUN}'>",
    f"<form action='javascript:{RUN}'><button>x</button></form>",
    f"<a href='javascript:{RUN}'>x</a>",
    f"<a href='&#106;avascript:{RUN}'>x</a>",
    f"<a href='java\tscript:{RUN}'>x</a>",
    "<base href='https://example.org/'>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'>",
    "<link rel=stylesheet href='https://example.org/x.css'>",
    "<style>*{display:none}</style>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"<!-- x --!><img src=x onerror={RUN}>-->",
    f"<![CDATA[><img src=x onerror={RUN}>]]>",
    f"<?php ><img src=x onerror={RUN}>?>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f"<title><img title='</title><img src=x onerror={RUN}>'></title>",
    f"<textarea><img title='</textarea><img src=x onerror={RUN}>'></textarea>",
    f"<template><img src=x onerror={RUN}></template>",
    f"<p style='background:url(javascript:{RUN})'>x</p>",
    f'<div id=__config>{{"base":".","search":"data:text/javascript,{RUN}"}}</div>',
    "<div class='md-overlay' style='position:fixed'>x</div>",
    "</div></article></main><div>",
    "</template></script><script>",
    f"[x](javascript:{RUN})",
    f"[x](<javascript:{RUN}>)",
    f"[x](java\nscript:{RUN})",
    f"[x](JaVaScRiPt&colon;{RUN})",
    f"[x](javascript&#58;{RUN})",
    f"[x](vbscript:{RUN})",
    f"[x](data:text/html,<script>{RUN}</script>)",
    f"![x](javascript:{RUN})",
    f'![x](x" onerror="{RUN})',
    f'[x](https://example.org "x" onclick="{RUN}")',
    f"[x][y]\n\n[y]: javascript:{RUN}",
    f"<javascript:{RUN}>",
    f"*x*{{: onclick={RUN} }}",
    f"*x*{{ onmouseover='{RUN}' autofocus tabindex=0 }}",
    f"# x {{: onclick={RUN} }}",
    f"```{{.python onclick={RUN}}}\nx\n```",
    f"`x`{{ style=position:fixed onclick={RUN} }}",
    "{{ config }} {% include 'x' %} {# x #} ${7*7} #{7*7} <%= 7*7 %>",
    f'"}}</script><script>{RUN}</script>',
    f"'-{RUN}-'",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f'--8<-- "mkdocs.yml"\n\n<b onclick={RUN}>x</b>',
    f"- x\n\n        <script>{RUN}</script>",
    f"> ```\n> x\n<script>{RUN}</script>",
    f"``` \n```` <img src=x onerror={RUN}>\n```",
    f"`` ` `<img src=x onerror={RUN}>",
    f"<div markdown>\n\n<img src=x onerror={RUN}>\n\n</div>",
    f"<table><tr><td markdown>\n<img src=x onerror={RUN}>\n</td></tr></table>",
    f"| a |\n| - |\n| <img src=x onerror={RUN}> |",
    f"x[^1]\n\n[^1]: <img src=x onerror={RUN}>",
    f"x\n:   <img src=x onerror={RUN}>",
    f'!!! note "<img src=x onerror={RUN}>"\n    <img src=x onerror={RUN}>',
    f'??? note "<img src=x onerror={RUN}>"\n    x',
    f"[[iran|<img src=x onerror={RUN}>]]",
    f"<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>{RUN}</script></svg>#x\"/></svg>",
    f"<svg><a xlink:href='javascript:{RUN}'><text y=20>x</text></a></svg>",
    f"<math><mi xlink:href='javascript:{RUN}'>x</mi></math>",
    f"<img srcset='x 1x, javascript:{RUN} 2x' src='data:image/svg+xml,<svg/onload={RUN}>'>",
    f"<button formaction='javascript:{RUN}' form=x>x</button>",
    f"<p style='width:expression({RUN})'>x</p>",
    "<a href='https://example.org/' ping='https://example.org/' target=_blank download>x</a>",
    f"<a href='java&Tab;script&colon;{RUN}'>x</a> <a href='&#x6A&#x61vascript:{RUN}'>x</a>",
    f"[x]\n\n[x]: <java\tscript:{RUN}> 'y'",
    f"[x]\n\n  [X]:   &#106;avascript:{RUN} (y)",
    f"*[Iran]: <script>{RUN}</script>\n\nIran",
    f'=== "<img src=x onerror={RUN}>"\n\n    x',
    f"x[^p1]\n\n[^p1]: <a id=top href='javascript:{RUN}'>x</a>",
    "## x {: #top }\n\n## y {: #p1 }\n\n## z {: #events }",
    f"<marquee onstart={RUN}>x</marquee><frameset onload={RUN}><portal src='javascript:{RUN}'>",
    f"<meta charset=utf-7>+ADw-script+AD4-{RUN}+ADw-/script+AD4-",
    f"<xmp><p title='</xmp><img src=x onerror={RUN}>'></xmp><plaintext>",
    f"<!--[if gte IE 4]><script>{RUN}</script><![endif]--> <!-- never closed <img src=x onerror={RUN}>",
    f"<a href='x' onclick\x0b={RUN}>x</a><a/onclick={RUN}/href=x>x</a>",
    "<form><input name=body><input name=getElementById><img name=currentScript><a id=__md_scope>x</a></form>",
    f"Iran<img src=x onerror={RUN}>Iran",
)
_TURNS = 12  # entries of each kind; their texts take the injections in turn


def write_hostile_content(content: Path) -> None:
    """Write a content folder that has every injection in articles, and in every text of an entry that takes it."""
    for number, injections in enumerate(zip(*[iter(INJECTIONS)] * 4, strict=False), 1):
        line = _line(injections[0])
        told = {"title": f"{number} {line}", "description": line, "authors": [_line(injections[1])], "publisher": line}
        body = "\n\n".join(f"{injection}\n\nIran, and {injection}" for injection in injections)
        head = _yaml(**told, license=_line(injections[2]), links={"Iran": "iran"})
        _write(content / f"articles/a{number}.md", f"---\n{head}---\n\n{body}\n\nIran again.\n")
    for number in range(_TURNS):
        texts = itertools.cycle(INJECTIONS[number::_TURNS])
        _write(content / f"groups/g{number}.yml", _group(number, texts))
        _write(content / f"events/e{number}.yml", _event(number, texts))
    _write(content / "actors/iran.yml", _yaml(name="Iran", type="state"))
    _write(content / "home.md", "\n\n".join(INJECTIONS))


def _group(number: int, texts: Iterator[str]) -> str:
    line = map(_line, texts)
    return _yaml(
        name=f"Group {number} {next(line)}"[:400],
        aliases=[f"{next(line)} {number}"[:400]],
        native_name={"ar": next(line)[:400]},
        type=next(line),
        summary=next(line),
        profile="\n\n".join(next(texts) for _ in range(4)),
        ideology=[next(line)],
        relations=[{"type": "opposes", "target": "iran"}],
        sources=[{"title": next(line), "publisher": next(line), "url": "https://example.org/?a=b'"}],
        statements=[{"text": next(line), "about": ["iran"]}],
    )


def _event(number: int, texts: Iterator[str]) -> str:
    line = map(_line, texts)
    role = [{"entity": "iran", "role": next(line)}]
    return _yaml(name=f"Event {number} {next(line)}"[:400], place=next(line), date=2024, participants=role)


def _line(injection: str) -> str:
    return " ".join(injection.split())


def _yaml(**values: object) -> str:
    return yaml.safe_dump(values, sort_keys=False, width=10**6, allow_unicode=True)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
