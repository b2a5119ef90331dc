#include "panels/CenteredPage.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QIcon>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "panels/ThemedIcon.h"

namespace isostain {

namespace {

/// Paints the icon each time: it follows the palette and the screen's resolution.
class IconLabel : public QWidget {
public:
    IconLabel(const QString& name, int size) : m_icon(themedIcon(name)) { setFixedSize(size, size); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setOpacity(0.7);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

}

CenteredPage::CenteredPage(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);

    auto* content = new QWidget;
    auto* middle = new QWidget;
    middle->setMaximumWidth(560);
    m_column = new QVBoxLayout(middle);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(12);

    auto* grid = new QGridLayout(content);
    grid->setContentsMargins(32, 32, 32, 32);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(2, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 100);
    grid->setColumnStretch(2, 1);
    grid->addWidget(middle, 1, 1);
    setWidget(content);
}

void CenteredPage::addIcon(const QString& name, int size)
{
    m_column->addWidget(new IconLabel(name, size), 0, Qt::AlignHCenter);
}

void CenteredPage::addButtons(std::initializer_list<QPushButton*> buttons)
{
    auto* row = new QHBoxLayout;
    row->addStretch();
    for (QPushButton* button : buttons) {
        button->setMinimumHeight(button->fontMetrics().height() * 2);
        row->addWidget(button);
    }
    row->addStretch();
    m_column->addSpacing(4);
    m_column->addLayout(row);
}

}
