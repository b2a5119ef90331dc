#include "panels/ProfileInspector.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollBar>

#include "panels/ProfileFacts.h"
#include "panels/ProfileTitle.h"

namespace isostain {

namespace {

/// A square of one color, as large as a letter, with its values for those who cannot tell it by eye.
class StainSwatch : public QWidget {
public:
    explicit StainSwatch(const QColor& color) : m_color(color)
    {
        const int size = fontMetrics().height();
        setFixedSize(2 * size, size);
        const QString values = ProfileInspector::tr("Looks like red %1, green %2, blue %3 on the slide")
                                   .arg(color.red())
                                   .arg(color.green())
                                   .arg(color.blue());
        setToolTip(values);
        setAccessibleName(values);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        QColor frame = palette().color(QPalette::WindowText);
        frame.setAlphaF(0.5F);
        painter.setPen(frame);
        painter.setBrush(m_color);
        painter.drawRect(0, 0, width() - 1, height() - 1);
    }

private:
    QColor m_color;
};

QLabel* textLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

QWidget* valueWidget(const ProfileFact& fact)
{
    QLabel* label = textLabel(fact.value);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setFocusPolicy(Qt::ClickFocus);
    label->setAccessibleName(fact.label + QLatin1String(": ") + fact.value);
    label->setToolTip(fact.hint);
    // A path without spaces must not make the whole inspector wider than its window.
    label->setMinimumWidth(1);
    if (!fact.swatch)
        return label;
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new StainSwatch(*fact.swatch), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    return box;
}

}

ProfileInspector::ProfileInspector(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(QStringLiteral("profileInspector"));
    setAccessibleName(tr("What is in the stain profile"));
}

QGridLayout* ProfileInspector::begin()
{
    auto* content = new QWidget;
    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(16, 12, 16, 16);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    setWidget(content);
    verticalScrollBar()->setValue(0);
    return grid;
}

void ProfileInspector::addHeading(QGridLayout* grid, const QString& text, int level)
{
    QLabel* heading = textLabel(text);
    QFont font = heading->font();
    font.setBold(true);
    if (level == 1)
        font.setPointSizeF(font.pointSizeF() * 1.3);
    heading->setFont(font);
    if (level > 1)
        heading->setContentsMargins(0, 10, 0, 0);
    grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
}

void ProfileInspector::setProfile(const StainProfile& profile)
{
    QGridLayout* grid = begin();
    addHeading(grid, profileTitle(profile), 1);
    for (const ProfileFactSection& section : profileFacts(profile, FactDigits::Readable, locale())) {
        addHeading(grid, section.title, 2);
        for (const ProfileFact& fact : section.facts) {
            const int row = grid->rowCount();
            QLabel* label = textLabel(fact.label);
            label->setWordWrap(false);
            label->setToolTip(fact.hint);
            grid->addWidget(label, row, 0, Qt::AlignTop);
            grid->addWidget(valueWidget(fact), row, 1);
        }
    }
    grid->setRowStretch(grid->rowCount(), 1);
}

void ProfileInspector::setMessage(const QString& text, const QString& detail)
{
    QGridLayout* grid = begin();
    QLabel* message = textLabel(text);
    message->setObjectName(QStringLiteral("profileMessage"));
    message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    grid->addWidget(message, 0, 0, 1, 2);
    if (!detail.isEmpty()) {
        QLabel* technical = textLabel(detail);
        technical->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(technical, 1, 0, 1, 2);
    }
    grid->setRowStretch(2, 1);
}

}
