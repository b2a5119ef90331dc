#include "panels/ColorProfilePanel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace isostain {

namespace {

constexpr int kIndent = 22; ///< of what belongs to a check box

QLabel* makeText(const char* objectName)
{
    auto* label = new QLabel;
    label->setObjectName(QLatin1String(objectName));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton* makeButton(const char* objectName, const QString& text)
{
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(objectName));
    button->setAutoDefault(false);
    return button;
}

}

ColorProfilePanel::ColorProfilePanel(QWidget* parent)
    : QGroupBox(tr("Color profiles"), parent),
      m_slideProfile(new QCheckBox(tr("Use the &slide's color profile"))),
      m_slideProfileText(makeText("slideProfile")),
      m_screenProfileText(makeText("screenProfile")),
      m_dropScreenProfile(makeButton("dropScreenProfile", tr("Re&move")))
{
    m_slideProfile->setObjectName(QStringLiteral("useSlideProfile"));
    m_slideProfile->setToolTip(
        tr("Shows colors as the slide's profile (ICC) says that they look, in every pane: an export carries the same profile"));
    m_slideProfileText->setIndent(kIndent);
    QPushButton* choose = makeButton("chooseScreenProfile", tr("C&hoose…"));
    choose->setToolTip(tr("Chooses the ICC profile that was made for this screen"));

    auto* grid = new QGridLayout(this);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_slideProfile, 0, 0, 1, 2);
    grid->addWidget(m_slideProfileText, 1, 0, 1, 2);
    grid->addWidget(new QLabel(tr("Screen:")), 2, 0, Qt::AlignTop);
    grid->addWidget(m_screenProfileText, 2, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(choose);
    buttons->addWidget(m_dropScreenProfile);
    grid->addLayout(buttons, 3, 0, 1, 2);

    connect(m_slideProfile, &QCheckBox::toggled, this, &ColorProfilePanel::slideProfileWanted);
    connect(choose, &QPushButton::clicked, this, &ColorProfilePanel::screenProfileRequested);
    connect(m_dropScreenProfile, &QPushButton::clicked, this, &ColorProfilePanel::screenProfileDropped);
    setSlideProfileText({});
    setScreenProfileText({});
}

void ColorProfilePanel::setSlideProfileUsed(bool used)
{
    const QSignalBlocker blocker(m_slideProfile);
    m_slideProfile->setChecked(used);
}

void ColorProfilePanel::setSlideProfileText(const QString& text)
{
    m_slideProfileText->setText(text.isEmpty() ? tr("no slide is open") : text);
}

void ColorProfilePanel::setScreenProfileText(const QString& text)
{
    m_screenProfileText->setText(text.isEmpty() ? tr("no profile, taken for sRGB") : text);
    m_dropScreenProfile->setEnabled(!text.isEmpty());
}

}
