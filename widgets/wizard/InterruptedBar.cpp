#include "wizard/InterruptedBar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace isostain {

InterruptedBar::InterruptedBar(QWidget* parent) : QFrame(parent), m_text(new QLabel)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_text->setObjectName(QStringLiteral("interruptedTraining"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto* resume = new QPushButton(tr("Resume training…"));
    resume->setObjectName(QStringLiteral("resumeTraining"));
    auto* later = new QPushButton(tr("Later"));
    later->setToolTip(tr("“Resume Training…” in the menu Normalization does it then"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->addWidget(m_text, 1);
    row->addWidget(resume);
    row->addWidget(later);
    connect(resume, &QPushButton::clicked, this, [this] {
        hide();
        emit resumeRequested();
    });
    connect(later, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void InterruptedBar::showInterrupted(const QString& name, int count)
{
    m_text->setText(count == 1 ? tr("The training “%1” was interrupted. It can be gone on with where it was.").arg(name)
                               : tr("%n trainings were interrupted. They can be gone on with where they were.", nullptr, count));
    show();
}

QString InterruptedBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

}
