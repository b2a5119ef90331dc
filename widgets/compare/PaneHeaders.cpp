#include "compare/PaneHeaders.h"

#include <cmath>

#include "compare/CompareView.h"
#include "compare/PaneHeader.h"

namespace isostain {

namespace {

constexpr int kMargin = 8; ///< logical pixels, as painted labels have

}

PaneHeaders::PaneHeaders(CompareView& view) : QObject(&view), m_view(view), m_source(new PaneHeader(&view))
{
    m_source->setClosing(PaneClosing::Never);
    connect(&view, &CompareView::panesChanged, this, &PaneHeaders::updateCount);
    connect(&view, &CompareView::slideChanged, this, &PaneHeaders::arrange);
    connect(&view, &CompareView::paneStateChanged, this, &PaneHeaders::updateTexts);
    connect(&view, &CompareView::sourceHeldChanged, this, &PaneHeaders::updateTexts);
    connect(&view, &CompareView::paneLayoutChanged, this, &PaneHeaders::arrange);
    view.setPaneLabels(PaneLabels::Widgets);
    updateCount();
}

PaneHeaders::~PaneHeaders() = default;

PaneHeader* PaneHeaders::header(int pane) const
{
    return pane >= 0 && pane < int(m_headers.size()) ? m_headers[std::size_t(pane)] : nullptr;
}

void PaneHeaders::updateCount()
{
    const std::size_t count = m_view.panes().size();
    const bool hasChanged = count != m_headers.size();
    while (m_headers.size() > count) {
        // Perhaps from within its own close button.
        m_headers.back()->hide();
        m_headers.back()->deleteLater();
        m_headers.pop_back();
    }
    while (m_headers.size() < count) {
        auto* header = new PaneHeader(&m_view);
        const int pane = int(m_headers.size());
        connect(header, &PaneHeader::closeRequested, this, [this, pane] { emit closeRequested(pane); });
        connect(header, &PaneHeader::partsChanged, this, &PaneHeaders::arrange);
        m_headers.push_back(header);
    }
    for (PaneHeader* header : m_headers)
        header->setClosing(count > 1 ? PaneClosing::Allowed : PaneClosing::Never);
    updateTexts();
    if (hasChanged)
        emit headersChanged();
}

void PaneHeaders::updateTexts()
{
    m_source->setName(m_view.paneTitle(PanePlace::kSource));
    for (int pane = 0; pane < int(m_headers.size()); ++pane) {
        m_headers[std::size_t(pane)]->setName(m_view.paneTitle(pane));
        m_headers[std::size_t(pane)]->setBadges(m_view.paneBadges(pane));
    }
    arrange();
}

void PaneHeaders::arrange()
{
    std::vector<PaneHeader*> hidden = m_headers;
    hidden.push_back(m_source);
    if (m_view.slide())
        for (const PanePlace& shown : m_view.paneLayout().places) {
            PaneHeader* header = shown.pane == PanePlace::kSource ? m_source : this->header(shown.pane);
            if (!header)
                continue;
            std::erase(hidden, header);
            place(*header, shown);
        }
    for (PaneHeader* header : hidden)
        header->hide();
}

void PaneHeaders::place(PaneHeader& header, const PanePlace& place)
{
    const double ratio = m_view.devicePixelRatioF();
    const int left = int(std::ceil(place.rect.left() / ratio)) + kMargin;
    const int right = int(std::floor((place.rect.right() + 1) / ratio)) - kMargin;
    const QSize size = header.sizeHint().boundedTo({right - left, 10'000});
    if (size.width() < header.minimumSizeHint().width() || header.name().isEmpty()) {
        header.hide();
        return;
    }
    const bool isRightOfCurtain = m_view.mode() == CompareMode::Curtain && place.rect.left() > 0;
    const int x = isRightOfCurtain ? right - size.width() : left;
    header.setGeometry(QRect(QPoint(x, int(std::ceil(place.rect.top() / ratio)) + kMargin), size));
    header.raise();
    header.show();
}

}
