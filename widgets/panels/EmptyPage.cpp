#include "panels/EmptyPage.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/ElidedButton.h"
#include "panels/Mnemonics.h"
#include "panels/ThemedIcon.h"

namespace isostain {

namespace {
constexpr int kShownRecent = 5;
}

EmptyPage::EmptyPage(QWidget* parent) : CenteredPage(parent)
{
    addIcon(QStringLiteral("slide"), 72);

    auto* heading = new QLabel(tr("Open a slide to begin"));
    QFont headingFont = heading->font();
    headingFont.setPointSizeF(headingFont.pointSizeF() * 1.6);
    heading->setFont(headingFont);
    heading->setAlignment(Qt::AlignHCenter);
    heading->setWordWrap(true);
    column()->addWidget(heading);

    auto* text =
        new QLabel(tr("Drop a whole-slide image or a picture here, or choose one from your disk. "
                      "You then see it as it was scanned; pick a stain profile to see the normalized view beside it."));
    text->setAlignment(Qt::AlignHCenter);
    text->setWordWrap(true);
    column()->addWidget(text);

    auto* open = new QPushButton(themedIcon(QStringLiteral("open")), tr("&Open a Slide…"));
    open->setObjectName(QStringLiteral("openButton"));
    open->setDefault(true);
    connect(open, &QPushButton::clicked, this, &EmptyPage::openRequested);
    auto* demo = new QPushButton(tr("Make a &Demo Slide"));
    demo->setObjectName(QStringLiteral("demoButton"));
    demo->setToolTip(tr("Generates a slide of artificial tissue to try the program with"));
    connect(demo, &QPushButton::clicked, this, &EmptyPage::demoRequested);

    addButtons({open, demo});

    m_recentHeading = new QLabel(tr("Recent slides"));
    QFont recentFont = m_recentHeading->font();
    recentFont.setBold(true);
    m_recentHeading->setFont(recentFont);
    m_recentHeading->hide();
    column()->addSpacing(16);
    column()->addWidget(m_recentHeading);
    m_recentList = new QVBoxLayout;
    m_recentList->setSpacing(0);
    column()->addLayout(m_recentList);
}

void EmptyPage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recentList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& path : paths.first(std::min<qsizetype>(paths.size(), kShownRecent))) {
        const QFileInfo file(path);
        const QString text = tr("%1  –  %2", "file name, folder").arg(file.fileName(), QDir::toNativeSeparators(file.path()));
        auto* button = new ElidedButton(withEscapedMnemonics(text));
        button->setObjectName(QStringLiteral("recentButton"));
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentChosen(path); });
        m_recentList->addWidget(button);
    }
    m_recentHeading->setVisible(!paths.isEmpty());
}

}
