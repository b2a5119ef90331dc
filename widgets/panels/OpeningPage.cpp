#include "panels/OpeningPage.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace isostain {

OpeningPage::OpeningPage(QWidget* parent) : CenteredPage(parent)
{
    m_text = new QLabel;
    m_text->setObjectName(QStringLiteral("openingText"));
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    column()->addWidget(m_text);

    auto* bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    bar->setFixedSize(240, 6);
    column()->addWidget(bar, 0, Qt::AlignHCenter);

    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelOpeningButton"));
    connect(cancel, &QPushButton::clicked, this, &OpeningPage::cancelRequested);
    column()->addSpacing(4);
    column()->addWidget(cancel, 0, Qt::AlignHCenter);
}

void OpeningPage::setText(const QString& text)
{
    m_text->setText(text);
}

}
