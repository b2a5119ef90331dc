#include "panels/AlignmentPanel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/ErrorText.h"

namespace isostain {

namespace {

constexpr std::size_t kFewestPairs = 2;

}

AlignmentPanel::AlignmentPanel(QWidget* parent)
    : QFrame(parent),
      m_instruction(new QLabel),
      m_result(new QLabel),
      m_undo(new QPushButton(tr("&Undo Point"))),
      m_apply(new QPushButton(tr("&Apply")))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    for (QLabel* label : {m_instruction, m_result}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_instruction->setObjectName(QStringLiteral("instruction"));
    m_result->setObjectName(QStringLiteral("result"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_apply->setObjectName(QStringLiteral("apply"));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancel"));
    connect(m_undo, &QPushButton::clicked, this, &AlignmentPanel::undoLastPoint);
    connect(m_apply, &QPushButton::clicked, this, &AlignmentPanel::apply);
    connect(cancel, &QPushButton::clicked, this, &AlignmentPanel::cancelled);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_instruction);
    texts->addWidget(m_result);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addLayout(texts, 1);
    for (QPushButton* button : {m_undo, m_apply, cancel}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    refresh();
}

void AlignmentPanel::begin(AlignmentScans scans)
{
    m_scans = std::move(scans);
    m_points.clear();
    refresh();
}

void AlignmentPanel::addPoint(int pane, const cv::Point2d& level0)
{
    if (!isFirst(pane) && pane != m_scans.secondPane)
        return;
    if (isHalf() && isFirst(m_points.back().pane) == isFirst(pane))
        m_points.pop_back();
    if (m_points.size() == 2 * kMaxPairs)
        return;
    m_points.push_back({pane, level0, int(m_points.size() / 2) + 1});
    refresh();
}

void AlignmentPanel::undoLastPoint()
{
    if (m_points.empty())
        return;
    m_points.pop_back();
    refresh();
}

std::vector<PointPair> AlignmentPanel::pairs() const
{
    std::vector<PointPair> pairs;
    for (std::size_t i = 0; i + 1 < m_points.size(); i += 2) {
        const bool inOrder = isFirst(m_points[i].pane);
        const PaneMarker& first = m_points[inOrder ? i : i + 1];
        const PaneMarker& second = m_points[inOrder ? i + 1 : i];
        pairs.push_back({first.level0, second.level0});
    }
    return pairs;
}

bool AlignmentPanel::isFirst(int pane) const
{
    return std::find(m_scans.firstPanes.begin(), m_scans.firstPanes.end(), pane) != m_scans.firstPanes.end();
}

void AlignmentPanel::refresh()
{
    m_instruction->setText(instruction());
    const std::vector<PointPair> complete = pairs();
    QString result;
    bool isUsable = false;
    if (complete.size() >= kFewestPairs) {
        const auto placement = placementThrough(complete);
        isUsable = placement.has_value();
        result = isUsable ? placementText(placement->alignment) + QLatin1Char(' ') + agreementText(placement->residual)
                          : tr("%1 (%2)").arg(errorText(placement.error()), errorDetail(placement.error()));
    }
    m_result->setText(result);
    m_result->setVisible(!result.isEmpty());
    m_undo->setEnabled(!m_points.empty());
    m_apply->setEnabled(isUsable);
    emit markersChanged(m_points);
}

QString AlignmentPanel::instruction() const
{
    const int spot = int(m_points.size() / 2) + 1;
    if (isHalf()) {
        const QString& other = isFirst(m_points.back().pane) ? m_scans.secondName : m_scans.firstName;
        return tr("Now click spot %1 in %2.").arg(spot).arg(other);
    }
    switch (m_points.size() / 2) {
    case 0:
        return tr("Click a spot that you recognize in both scans, e.g. a nucleus: in %1 or in %2. Drag moves the picture.")
            .arg(m_scans.firstName, m_scans.secondName);
    case 1:
        return tr("Click a second spot, far from the first.");
    case 2:
        return tr("Apply, or click a third spot, far from the line through the first two.");
    default:
        return tr("Three spots are there.");
    }
}

QString AlignmentPanel::placementText(const SlideAlignment& alignment) const
{
    const QLocale shown = locale();
    return tr("Scale %1, turned by %2°.")
        .arg(shown.toString(alignment.scale(), 'f', 4), shown.toString(alignment.rotation(), 'f', 2));
}

QString AlignmentPanel::agreementText(const std::optional<double>& residual) const
{
    if (!residual)
        return tr("Two spots always agree; a third one checks them.");
    const QString pixels = locale().toString(*residual, 'f', 1);
    if (!m_scans.secondMpp)
        return tr("The spots differ by %1 px from a mere rotation and scale.").arg(pixels);
    return tr("The spots differ by %1 px (%2 µm) from a mere rotation and scale.")
        .arg(pixels, locale().toString(*residual * *m_scans.secondMpp, 'f', 1));
}

void AlignmentPanel::apply()
{
    if (const auto placement = placementThrough(pairs()))
        emit applied(*placement);
}

void AlignmentPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QFrame::keyPressEvent(event);
}

}
