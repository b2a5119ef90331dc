#include "panels/ErrorPage.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "panels/ErrorText.h"
#include "panels/Mnemonics.h"
#include "panels/ThemedIcon.h"

namespace isostain {

ErrorPage::ErrorPage(QWidget* parent) : CenteredPage(parent)
{
    addIcon(QStringLiteral("warning"), 56);

    m_sentence = new QLabel;
    m_sentence->setObjectName(QStringLiteral("errorSentence"));
    QFont font = m_sentence->font();
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_sentence->setFont(font);
    m_sentence->setAlignment(Qt::AlignHCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column()->addWidget(m_sentence);

    auto* open = new QPushButton(themedIcon(QStringLiteral("open")), tr("&Open Another Slide…"));
    open->setObjectName(QStringLiteral("openAnotherButton"));
    connect(open, &QPushButton::clicked, this, &ErrorPage::openRequested);
    m_back = new QPushButton;
    m_back->setObjectName(QStringLiteral("backButton"));
    connect(m_back, &QPushButton::clicked, this, &ErrorPage::backRequested);
    addButtons({m_back, open});

    m_detailToggle = new QToolButton;
    m_detailToggle->setObjectName(QStringLiteral("detailToggle"));
    m_detailToggle->setText(tr("Technical details"));
    m_detailToggle->setCheckable(true);
    m_detailToggle->setAutoRaise(true);
    m_detailToggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    column()->addSpacing(8);
    column()->addWidget(m_detailToggle, 0, Qt::AlignHCenter);

    m_detail = new QLabel;
    m_detail->setObjectName(QStringLiteral("errorDetail"));
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setAlignment(Qt::AlignHCenter);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column()->addWidget(m_detail);

    connect(m_detailToggle, &QToolButton::toggled, this, [this](bool shown) {
        m_detailToggle->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        m_detail->setVisible(shown);
    });
}

void ErrorPage::setError(const Error& error, const QString& previousSlide)
{
    m_sentence->setText(errorText(error));
    m_detail->setText(errorDetail(error));
    m_detail->hide();
    m_detailToggle->setChecked(false);
    m_detailToggle->setArrowType(Qt::RightArrow);
    m_detailToggle->setVisible(!m_detail->text().isEmpty());
    m_back->setText(tr("&Back to %1").arg(withEscapedMnemonics(previousSlide)));
    m_back->setVisible(!previousSlide.isEmpty());
}

}
