#include "report/Html.h"

#include "base/Utf8.h"

namespace isostain {

namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --line: #d0d4d9; --muted: #5b6570; --bad: #b3261e; --good: #1b6e3c; --head: #f3f4f6; }
@media (prefers-color-scheme: dark) {
  :root { --line: #43474d; --muted: #a6adb6; --bad: #ff8a80; --good: #7bd49a; --head: #2a2d31; }
  body { background: #1d1f22; color: #e6e8ea; }
}
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
p.summary { color: var(--muted); margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
th { background: var(--head); font-weight: 600; position: sticky; top: 0; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td img { display: block; max-width: 8rem; max-height: 8rem; background: #fff; border: 1px solid var(--line); }
figure { margin: 1.5rem 0; } figure img { max-width: 100%; } figcaption { color: var(--muted); margin: .25rem 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.bad { color: var(--bad); } .good { color: var(--good); } .muted { color: var(--muted); overflow-wrap: anywhere; }
@media print { th { position: static; } tr { break-inside: avoid; } }
)";

}

std::string htmlText(std::string_view text)
{
    std::string escaped;
    while (!text.empty()) {
        const std::size_t length = utf8SequenceLength(text);
        switch (length == 1 ? text[0] : '\0') {
        case '&': escaped += "&amp;"; break;
        case '<': escaped += "&lt;"; break;
        case '>': escaped += "&gt;"; break;
        case '"': escaped += "&quot;"; break;
        case '\'': escaped += "&#39;"; break;
        default: escaped += length == 0 ? std::string_view("\uFFFD") : text.substr(0, length);
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return escaped;
}

std::string htmlPage(std::string_view title, std::string_view body)
{
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<title>";
    page += htmlText(title);
    page += "</title>\n<style>";
    page += kStyle;
    page += "</style>\n</head>\n<body>\n";
    page += body;
    page += "</body>\n</html>\n";
    return page;
}

}
