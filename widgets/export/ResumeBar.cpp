#include "export/ResumeBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace isostain {

ResumeBar::ResumeBar(QWidget* parent) : QFrame(parent), m_text(new QLabel), m_resume(new QPushButton(tr("Resume…")))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("resumeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_resume->setObjectName(QStringLiteral("resumeButton"));
    auto* discard = new QPushButton(tr("Discard"));
    discard->setObjectName(QStringLiteral("discardButton"));
    discard->setToolTip(tr("Forgets the export. Slides that are finished stay where they are."));

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(m_resume);
    row->addWidget(discard);
    connect(m_resume, &QPushButton::clicked, this, &ResumeBar::resumeRequested);
    connect(discard, &QPushButton::clicked, this, &ResumeBar::discardRequested);
    hide();
}

void ResumeBar::showInterrupted(int left, int total, const QString& detail)
{
    m_text->setText(tr("An export was interrupted: %1 of %n slide(s) are left.", nullptr, total).arg(left));
    m_text->setToolTip(detail);
    m_resume->show();
    show();
}

void ResumeBar::showUnusable(const QString& reason)
{
    m_text->setText(tr("An export was interrupted and cannot be resumed. %1").arg(reason));
    m_text->setToolTip({});
    m_resume->hide();
    show();
}

QString ResumeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

}
