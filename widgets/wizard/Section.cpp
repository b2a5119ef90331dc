#include "wizard/Section.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace isostain {

Section::Section(const QString& title, QWidget* content, State state, QWidget* parent)
    : QWidget(parent),
      m_heading(new QToolButton),
      m_content(content)
{
    m_heading->setText(title);
    m_heading->setAccessibleName(QString(title).remove(QLatin1Char('&')));
    m_heading->setCheckable(true);
    m_heading->setChecked(state == State::Open);
    m_heading->setAutoRaise(true);
    m_heading->setFocusPolicy(Qt::StrongFocus);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_heading);
    row->addStretch();
    auto* indented = new QHBoxLayout;
    indented->setContentsMargins(20, 0, 0, 0);
    indented->addWidget(content);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addLayout(indented);
    connect(m_heading, &QToolButton::toggled, this, &Section::showContent);
    showContent();
}

bool Section::isOpen() const
{
    return m_heading->isChecked();
}

void Section::setOpen(State state)
{
    m_heading->setChecked(state == State::Open);
}

void Section::addToHeading(QWidget* widget)
{
    auto* row = qobject_cast<QHBoxLayout*>(layout()->itemAt(0)->layout());
    row->addWidget(widget);
}

void Section::showContent()
{
    m_heading->setArrowType(m_heading->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    m_content->setVisible(m_heading->isChecked());
}

}
