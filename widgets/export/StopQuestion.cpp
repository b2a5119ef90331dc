#include "export/StopQuestion.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace isostain {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(StopQuestion)
};

}

QMessageBox* askToStopExport(const StopQuestion& question, QWidget* parent, const std::function<void()>& onStop)
{
    const QString text = Texts::tr("An export is running. If it is stopped, slides that are finished stay, and the one being "
                                   "written is removed.");
    auto* box = new QMessageBox(QMessageBox::Question, question.title, text, QMessageBox::NoButton, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QAbstractButton* stop = box->addButton(question.stop, QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(question.keep, QMessageBox::RejectRole));
    QObject::connect(stop, &QAbstractButton::clicked, parent, onStop);
    box->open();
    return box;
}

}
